#pragma once

// The three kinds of records that a book holds. Each says its fields once, by `fields`: reader,
// writer, `check`, the JSON Schema and the manual's tests all visit them.

#include "stead/contact.h"
#include "stead/interaction.h"
#include "stead/promise.h"
