#pragma once

#include <string>
#include <string_view>

namespace stead {

/// A message to oneself, as a page and as plain text.
struct MailMessage {
  std::string name;     ///< Of whom it is from and to.
  std::string address;  ///< Theirs; `is_mail_address`.
  std::string subject;
  std::string date;  ///< As RFC 5322 has it: `Mon, 3 Aug 2026 10:15:00 +0200`.
  std::string text;
  std::string html;
};

/// Can it stand in the header of a message as it is: one `@` with something on both sides,
/// printable ASCII without blanks and what separates addresses?
bool is_mail_address(std::string_view text);

/// The whole message, for `sendmail -t`: a header, the text and the page as alternatives (RFC
/// 2046), both as UTF-8 in quoted-printable (RFC 2045), names and subject as encoded words where
/// they are not plain ASCII (RFC 2047). Lines end in a newline alone, as a mail program's standard
/// input wants them, and have 76 characters at most.
std::string mail_message(const MailMessage& message);

}  // namespace stead
