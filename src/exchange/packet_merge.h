#pragma once

#include "stead/model.h"
#include "stead/packet.h"

#include <string>
#include <vector>

namespace stead {

// What comes in a packet beside what is there: lists become the union of both, what is there stays.
// Each returns the names of fields that have another value in the packet.

/// Adds what `mine` lacks: single values that are empty, elements of lists. Of a contact that came
/// in a packet, what is still as `said`, which is what the last packet said, becomes what `theirs`
/// has, and the elements of `theirs` come first; what was written here stays, and what was taken
/// out here stays out.
std::vector<std::string> add_to(Contact& mine, const Contact& said, const Contact& theirs);

/// What a packet says of a contact, for `origin.said`, and that read again.
NamedValues said_of(const Contact& theirs);
Contact contact_said(const NamedValues& said);

/// What the last packet said to matter to somebody, and `theirs` does not, is retired.
void retire_unsaid(Contact& mine, const Contact& said, const Contact& theirs, Day on);

/// The absences of the sender, each with both days, in the period of a packet: those that are not
/// known are added; those that the last packet brought, and this one does not have, are taken out.
void follow_absences(Contact& mine, const Contact& said, const std::vector<Absence>& theirs,
                     Period period);

/// What was heard: the later day that each was said back, the first that it was retired. Returns
/// how many are new.
std::size_t add_heard(std::vector<Heard>& mine, const std::vector<Heard>& theirs);

/// What was told and done in part, the date that was told last, and how it was closed, where it is
/// open here. `done_by` is who did it where it was kept so, if anybody is to be named.
std::vector<std::string> add_to(Promise& mine, const Promise& theirs, const std::string& done_by);

/// Nothing is added to what happened.
std::vector<std::string> differences(const Interaction& mine, const Interaction& theirs);

/// Brings the sender's absences up to date: those in the packet's period are as it has them, unless
/// they were changed here.
void follow_sender(Contact& sender, const Packet& packet);

/// Brings a contact of the packet's up to date, and keeps what was said. Whoever came from somebody
/// else, or was here before, is added to and no more. Returns what differs, as `add_to` does.
std::vector<std::string> follow_contact(Contact& mine, const Contact& theirs, const Packet& packet,
                                        Day today);

}  // namespace stead
