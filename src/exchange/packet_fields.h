#pragma once

#include "stead/packet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// The parts of a packet as its text has them; stead-packet(5).

/// The version that is written, and the highest that is read.
inline constexpr int kPacketVersion = 1;

struct PacketDays {
  std::optional<Day> from;
  std::optional<Day> to;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "from", .type = Type::day, .required = true}, &PacketDays::from),
        field({.name = "to", .type = Type::day, .required = true}, &PacketDays::to));
  }
};

struct PacketVersion {
  std::optional<int> version;

  static constexpr auto fields() {
    return std::tuple(field({.name = "stead_packet",
                             .type = Type::number,
                             .required = true,
                             .least = 1,
                             .most = 999999},
                            &PacketVersion::version));
  }
};

/// A packet without its records.
struct PacketHead {
  std::string way;
  std::optional<When> made;
  std::optional<PacketSender> sender;
  std::optional<PacketReceiver> receiver;
  std::optional<PacketDays> period;
  std::vector<std::string> omitted;
  std::vector<PacketClosed> closed;
  std::vector<PacketStill> still;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "way", .type = Type::word, .required = true, .words = "out back"},
              &PacketHead::way),
        field({.name = "made", .type = Type::when}, &PacketHead::made),
        field({.name = "sender", .type = Type::object, .required = true}, &PacketHead::sender),
        field({.name = "receiver", .type = Type::object, .required = true}, &PacketHead::receiver),
        field({.name = "period", .type = Type::object, .required = true}, &PacketHead::period),
        field({.name = "omitted", .type = Type::word}, &PacketHead::omitted),
        field({.name = "closed", .type = Type::object}, &PacketHead::closed),
        field({.name = "still", .type = Type::object}, &PacketHead::still));
  }
};

// What a packet may carry of each kind of record, by the way it goes.

inline constexpr std::string_view kContactOut[] = {
    "id",      "name",  "kind", "aliases", "org",   "title",        "email", "phone", "url",
    "address", "place", "tz",   "tags",    "needs", "reply_within", "cover", "heard", "origin"};
inline constexpr std::string_view kContactBack[] = {"id",    "name",  "kind",  "org",   "title",
                                                    "email", "phone", "heard", "origin"};
inline constexpr std::string_view kPromiseOut[] = {
    "id", "by", "to", "for", "text", "made", "due", "every", "first_due", "told", "parts"};
inline constexpr std::string_view kPromiseBack[] = {"id",   "by",    "to",     "for",       "text",
                                                    "made", "due",   "every",  "first_due", "after",
                                                    "told", "parts", "status", "closed"};
inline constexpr std::string_view kInteraction[] = {"id",     "at",   "with", "about",
                                                    "for",    "via",  "from", "needs_reply",
                                                    "urgent", "went", "by",   "text"};

}  // namespace stead
