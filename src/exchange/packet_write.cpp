#include "exchange/packet_fields.h"
#include "stead/packet.h"
#include "stead/record.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <vector>

namespace stead {
namespace {

constexpr std::string_view kBegin = "{\n\"stead_packet\": ";

std::string json_of(const std::string& text) { return json_quoted(text); }
std::string json_of(const Absence& away) {
  return fmt::format("{{\"from\":\"{}\",\"to\":\"{}\"}}", to_string(away.from),
                     to_string(*away.to));
}
std::string json_of(const PacketClosed& closed) {
  return fmt::format("{{\"id\":{},\"status\":\"{}\",\"closed\":\"{}\"}}", json_quoted(closed.id),
                     closed.status, to_string(*closed.closed));
}

std::string json_of(const PacketStill& still) {
  return fmt::format("{{\"client\":{},\"from\":\"{}\"{}}}", json_quoted(still.client),
                     to_string(*still.from),
                     still.to ? fmt::format(",\"to\":\"{}\"", to_string(*still.to)) : "");
}

/// `,"email":["ana@example.org"]`, or nothing.
template <typename Element>
std::string member(std::string_view name, const std::vector<Element>& list) {
  if (list.empty()) return "";
  std::vector<std::string> texts;
  for (const Element& element : list) texts.push_back(json_of(element));
  return fmt::format(",\"{}\":[{}]", name, fmt::join(texts, ","));
}

std::string member(std::string_view name, const std::string& text) {
  return text.empty() ? "" : fmt::format(",\"{}\":{}", name, json_quoted(text));
}

/// A line of its own, where there is something to say.
template <typename Element>
std::string line(std::string_view name, const std::vector<Element>& list) {
  if (list.empty()) return "";
  std::vector<std::string> texts;
  for (const Element& element : list) texts.push_back(json_of(element));
  return fmt::format("\"{}\": [{}],\n", name, fmt::join(texts, ","));
}

template <typename Record>
std::string list_text(const std::vector<Record>& records) {
  std::string text = "[\n";
  for (std::size_t i = 0; i < records.size(); ++i) {
    text += write_record(records[i]) + (i + 1 == records.size() ? "\n" : ",\n");
  }
  return text + "]";
}

}  // namespace

bool begins_as_packet(std::string_view text) { return text.starts_with(kBegin); }

std::string write_packet(const Packet& packet) {
  const PacketSender& sender = packet.sender;
  const PacketReceiver& receiver = packet.receiver;
  return fmt::format(
      "{}{},\n\"way\": \"{}\",\n{}"
      "\"sender\": {{\"book\":{},\"name\":{}{}{}{}{}}},\n"
      "\"receiver\": {{\"id\":{},\"name\":{}{}}},\n"
      "\"period\": {{\"from\":\"{}\",\"to\":\"{}\"}},\n"
      "{}{}{}"
      "\"contacts\": {},\n\"promises\": {},\n\"interactions\": {}\n}}\n",
      kBegin, kPacketVersion, packet.is_back ? "back" : "out",
      packet.made ? fmt::format("\"made\": \"{}\",\n", to_string(*packet.made)) : "",
      json_quoted(sender.book), json_quoted(sender.name), member("email", sender.email),
      member("phone", sender.phone), member("as", sender.as), member("away", sender.away),
      json_quoted(receiver.id), json_quoted(receiver.name), member("book", receiver.book),
      to_string(packet.period.first), to_string(packet.period.last),
      line("omitted", packet.omitted), line("closed", packet.closed), line("still", packet.still),
      list_text(packet.contacts), list_text(packet.promises), list_text(packet.interactions));
}

}  // namespace stead
