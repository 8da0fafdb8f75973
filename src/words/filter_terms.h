#pragma once

#include "words/filter_term.h"

#include <string_view>

namespace stead {

// Each reads the value of one key; filter_term.cpp says which. They throw as Filter does.

// What is asked of contacts, and so of what was with or for them.
FilterTerm has_tag(const FilterContext& context, std::string_view value);
FilterTerm has_skill(const FilterContext& context, std::string_view value);
FilterTerm is_in_place(const FilterContext& context, std::string_view value);
FilterTerm is_at_org(const FilterContext& context, std::string_view value);
FilterTerm is_client_of(const FilterContext& context, std::string_view value);
FilterTerm is_of_kind(const FilterContext& context, std::string_view value);
FilterTerm has_birthday(const FilterContext& context, std::string_view value);
FilterTerm is_quiet(const FilterContext& context, std::string_view value);

// What is asked of records themselves, or of whom they name.
FilterTerm is_via(const FilterContext& context, std::string_view value);
FilterTerm is_with(const FilterContext& context, std::string_view value);
FilterTerm is_about(const FilterContext& context, std::string_view value);
FilterTerm is_for(const FilterContext& context, std::string_view value);
FilterTerm is_on(const FilterContext& context, std::string_view value);
FilterTerm is_since(const FilterContext& context, std::string_view value);
FilterTerm is_until(const FilterContext& context, std::string_view value);
FilterTerm is_due(const FilterContext& context, std::string_view value);
FilterTerm has_no(const FilterContext& context, std::string_view value);
FilterTerm is_such(const FilterContext& context, std::string_view value);

}  // namespace stead
