#pragma once

#include "stead/packet.h"

#include <string_view>

namespace stead {

// Who a packet is from and for. Each of these throws Error (usage) where it is not as it has to be.

/// The packet is for the owner of this book, and not made here. Where one of the books is not
/// known, there is only the receiver's name to go by.
void require_for_this_book(const Book& book, const Packet& packet);

/// The packet was made by `sender`, whom it says itself that it is from: they have the name, as an
/// alias too, or an e-mail in common.
void require_from(const Contact& sender, const Packet& packet);

/// The packet is no older than the last one of `sender`, which it would undo, and not of a day to
/// come; then `sender` has when it was made as that of the last one.
void require_not_older(Contact& sender, const Packet& packet, Day today);

/// Has the contact come from the book that the packet was made in?
bool came_from_sender(const Contact& contact, const Packet& packet);

/// Is it a client of mine, whatever a packet brought once?
bool is_my_client(const Book& book, std::string_view handle);

}  // namespace stead
