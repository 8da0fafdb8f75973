#include "process.h"

#include <ios>

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);  // stead alone writes to the streams
  return stead::run(stead::world_of_process(argc, argv));
}
