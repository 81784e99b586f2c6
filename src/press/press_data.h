/* press_data.h - where Bluebook's own templates, fonts and schemas lie. */
#ifndef BB_PRESS_PRESS_DATA_H
#define BB_PRESS_PRESS_DATA_H

#include <glib.h>

/* The data folder, which holds templates/: $BLUEBOOK_DATA if that is set, otherwise
 * ../share/bluebook beside the program's own folder. A string for g_free, or NULL with error set.
 */
char *bb_press_data_folder(GError **error);

#endif
