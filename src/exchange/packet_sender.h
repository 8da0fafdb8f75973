#pragma once

#include "stead/packet.h"

#include <map>
#include <optional>
#include <string>

namespace stead {

/// The contact who made a packet; stead-book(5), "Meaning" 14. Nothing where none is: they are new.
std::optional<std::string> find_sender(const Book& book, const Packet& packet);

/// The contacts that came from a book, by the handles that they have there.
std::map<std::string, std::string> known_by_origin(const Book& book, const std::string& origin);

}  // namespace stead
