/* error.c - the GError domain of the machine's faults. */
#include "base/error.h"

G_DEFINE_QUARK(bb - error, bb_error)
