#include "filesystem.h"
#include "hashes.h"
#include "lockwait.h"
