#pragma once

#include "cli/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

// How the values of fields are read: what was typed, as the book has it. Each throws Error (usage)
// for what is none.

using FieldTexts = std::vector<std::string>;

/// Text on one line.
FieldTexts read_line(const std::string& typed, Session& session);
/// Text of any length; `-` is standard input.
FieldTexts read_long_text(const std::string& typed, Session& session);
/// Words, one or several with commas between them, in lower case.
FieldTexts read_words(const std::string& typed, Session& session);
FieldTexts read_email(const std::string& typed, Session& session);
FieldTexts read_phone(const std::string& typed, Session& session);
FieldTexts read_url(const std::string& typed, Session& session);
/// The name of a time zone, `Europe/Madrid` or `UTC`: its form, and where the system has a database
/// of zones, that it is in there.
FieldTexts read_zone(const std::string& typed, Session& session);
/// A day of the year; the year only where it was said.
FieldTexts read_year_day(const std::string& typed, Session& session);
/// `DAY=TEXT`, a day of the year and what is on it.
FieldTexts read_yearly_date(const std::string& typed, Session& session);
FieldTexts read_capacity(const std::string& typed, Session& session);
FieldTexts read_calendar_span(const std::string& typed, Session& session);
FieldTexts read_working_time(const std::string& typed, Session& session);
FieldTexts read_hours(const std::string& typed, Session& session);
/// `TAG:every=SPAN,at-most=SPAN,reply-within=TIME`, each part as one likes.
FieldTexts read_rule(const std::string& typed, Session& session);
/// `person` is nothing in the book.
FieldTexts read_kind(const std::string& typed, Session& session);
/// One contact.
FieldTexts read_contact(const std::string& typed, Session& session);
/// One or several.
FieldTexts read_contacts(const std::string& typed, Session& session);
/// An organisation that is in the book.
FieldTexts read_org(const std::string& typed, Session& session);
/// A day or time in the past, in the future.
FieldTexts read_past_when(const std::string& typed, Session& session);
FieldTexts read_future_when(const std::string& typed, Session& session);
/// `me`, `them`; `both` is nothing in the book.
FieldTexts read_from(const std::string& typed, Session& session);
FieldTexts read_went(const std::string& typed, Session& session);
FieldTexts read_flag(const std::string& typed, Session& session);

/// A contact's name: clean, on one line, without tabs, and one that somebody can be called
/// (`require_name`). Throws Error (usage).
std::string read_name(const std::vector<std::string>& words);

}  // namespace stead
