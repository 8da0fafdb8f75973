#include "words/filter_term.h"

#include "words/filter_terms.h"

namespace stead {

bool FilterTerm::asks(Collection collection) const {
  switch (collection) {
    case Collection::contacts: return contact != nullptr;
    case Collection::promises: return promise != nullptr;
    case Collection::interactions: return interaction != nullptr;
  }
  return false;
}

namespace {

constexpr FilterKey kKeys[] = {
    {{"about", "about:ana", "interactions that were about somebody", "WHO"},
     is_about,
     {"", "", "WHO"}},
    {{"born", "born:aug", "contacts whose birthday is on a day or in a period to come", "PERIOD"},
     has_birthday,
     {"PERIOD", "", ""}},
    {{"client-of", "client-of:bo", "the clients of a colleague's, and what was with or for them",
      "WHO"},
     is_client_of,
     {"WHO", "WHO", "WHO"}},
    {{"due", "due:..fri", "promises due on a day or in a period", "PERIOD"},
     is_due,
     {"", "PERIOD", ""}},
    {{"for", "for:acme", "interactions and promises for a client", "WHO"},
     is_for,
     {"", "WHO", "WHO"}},
    {{"is", "is:late",
      "promises that are open, late, mine, theirs, closed, kept, released or broken; archived "
      "contacts; urgent interactions",
      "archived|broken|closed|kept|late|mine|open|released|theirs|urgent"},
     is_such,
     {"archived", "broken|closed|kept|late|mine|open|released|theirs", "urgent"}},
    {{"kind", "kind:org", "contacts that are an org or a person; deeds of a kind",
      "person|org|cover|advice|credit|favour|invitation|referral|introduction"},
     is_of_kind,
     {"person|org", "", "cover|advice|credit|favour|invitation|referral|introduction"}},
    {{"no", "no:cover", "records with nothing in a field", "FIELD-NAME"},
     has_no,
     {"FIELD-NAME", "FIELD-NAME", "FIELD-NAME"}},
    {{"on", "on:today", "what happened or was promised on a day or in a period", "PERIOD"},
     is_on,
     {"", "PERIOD", "PERIOD"}},
    {{"org", "org:acme", "people who work there; what was with or for the org or one of them",
      "ORG"},
     is_at_org,
     {"ORG", "ORG", "ORG"}},
    {{"place", "place:leeds",
      "contacts whose place has the word in it, and what was with or for them", "PLACE"},
     is_in_place,
     {"PLACE", "PLACE", "PLACE"}},
    {{"quiet", "quiet:30d", "contacts I had no contact with for that long", "SPAN"},
     is_quiet,
     {"SPAN", "", ""}},
    {{"since", "since:aug", "what happened or was promised then and later", "PERIOD"},
     is_since,
     {"", "PERIOD", "PERIOD"}},
    {{"skill", "skill:network", "contacts who can do it, and what was with or for them", "SKILL"},
     has_skill,
     {"SKILL", "SKILL", "SKILL"}},
    {{"tag", "tag:client", "contacts with the tag, and what was with or for them", "TAG"},
     has_tag,
     {"TAG", "TAG", "TAG"}},
    {{"text", "text:re:dns", "what has the words in a name or a text; also without the key",
      "TEXT"},
     has_text,
     {"TEXT", "TEXT", "TEXT"}},
    {{"until", "until:fri", "what happened or was promised then and earlier", "PERIOD"},
     is_until,
     {"", "PERIOD", "PERIOD"}},
    {{"via", "via:call", "interactions of that way to meet", "VIA"}, is_via, {"", "", "VIA"}},
    {{"with", "with:ana", "interactions and promises with somebody", "WHO"},
     is_with,
     {"", "WHO", "WHO"}},
};

}  // namespace

std::span<const FilterKey> filter_keys() { return kKeys; }

}  // namespace stead
