#include "hashes.h"
