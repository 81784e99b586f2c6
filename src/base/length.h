/* length.h - lengths on a page.
 *
 * A bb_length counts millipoints: 1/1000 of a point, 1/72000 of an inch. It is wide enough for a
 * flow of a hundred thousand pages laid end to end. Angles and ratios are doubles, never lengths.
 */
#ifndef BB_BASE_LENGTH_H
#define BB_BASE_LENGTH_H

#include <math.h>
#include <stdint.h>

typedef int64_t bb_length;

#define BB_PT ((bb_length)1000)            /* one point */
#define BB_LENGTH_MAX ((bb_length)1 << 50) /* beyond any page; "no limit" */

static inline bb_length bb_length_from_pt(double pt)
{
    return (bb_length)llround(pt * 1000.0);
}

static inline double bb_length_to_pt(bb_length length)
{
    return (double)length / 1000.0;
}

static inline bb_length bb_length_min(bb_length a, bb_length b)
{
    return a < b ? a : b;
}

static inline bb_length bb_length_max(bb_length a, bb_length b)
{
    return a > b ? a : b;
}

#endif
