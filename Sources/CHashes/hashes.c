#include "filesystem.h"
#include "hashes.h"
