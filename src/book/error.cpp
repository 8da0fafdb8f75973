#include "stead/error.h"
