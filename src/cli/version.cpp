namespace stead {
const char* version() { return STEAD_VERSION; }
}  // namespace stead
