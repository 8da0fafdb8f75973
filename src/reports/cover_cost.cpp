#include "stead/cover_cost.h"

namespace stead {

CoverCost& CoverCost::operator+=(const CoverCost& other) {
  left_out += other.left_out;
  handovers += other.handovers;
  never_helped += other.never_helped;
  not_agreed += other.not_agreed;
  in_part += other.in_part;
  not_known += other.not_known;
  load += other.load;
  help += other.help;
  return *this;
}

CoverCost& CoverCost::operator-=(const CoverCost& other) {
  left_out -= other.left_out;
  handovers -= other.handovers;
  never_helped -= other.never_helped;
  not_agreed -= other.not_agreed;
  in_part -= other.in_part;
  not_known -= other.not_known;
  load -= other.load;
  help -= other.help;
  return *this;
}

}  // namespace stead
