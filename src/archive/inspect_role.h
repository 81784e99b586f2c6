/* inspect_role.h - the standard structure types (ISO 32000-1 14.8.4), and what may stand in what.
 */
#ifndef BB_ARCHIVE_INSPECT_ROLE_H
#define BB_ARCHIVE_INSPECT_ROLE_H

/* Lists have a space on both sides of each name; NULL: anything may. */
typedef struct bb_role {
    const char *name;
    const char *parents;
    const char *kids;
    int heading; /* level of H1 to H6; 0: another type */
} bb_role;

/* NULL when it is no standard type. */
const bb_role *bb_role_find(const char *name);

#endif
