/* attachment.c - a file and what is said of it. */
#include "archive/attachment.h"

#include <string.h>

/* One row a kind of file, by the end of its name; the last one is for all others. */
static const struct {
    const char *ending, *mime;
    bb_relation relation;
} KINDS[] = {
    {".xml", "application/xml", BB_RELATION_SUPPLEMENT},
    {".csv", "text/csv", BB_RELATION_DATA},
    {".svg", "image/svg+xml", BB_RELATION_SUPPLEMENT},
    {".png", "image/png", BB_RELATION_SUPPLEMENT},
    {".jpg", "image/jpeg", BB_RELATION_SUPPLEMENT},
    {".jpeg", "image/jpeg", BB_RELATION_SUPPLEMENT},
    {"", "application/octet-stream", BB_RELATION_SUPPLEMENT},
};

bb_attachment *bb_attachment_new(const char *path, GBytes *bytes, const char *description)
{
    bb_attachment *attachment = g_new0(bb_attachment, 1);
    g_autofree char *lower = g_ascii_strdown(path, -1);
    size_t kind = 0;

    while (!g_str_has_suffix(lower, KINDS[kind].ending))
        kind++;
    *attachment = (bb_attachment){
        .path = g_strdup(path),
        .bytes = g_bytes_ref(bytes),
        .relation = KINDS[kind].relation,
        .mime = KINDS[kind].mime,
        .description = g_strdup(description),
    };
    return attachment;
}

void bb_attachment_free(bb_attachment *attachment)
{
    if (attachment == NULL)
        return;
    g_bytes_unref(attachment->bytes);
    g_free(attachment->path);
    g_free(attachment->description);
    g_free(attachment);
}

static void free_item(void *item)
{
    bb_attachment_free(item);
}

GPtrArray *bb_attachments_new(void)
{
    return g_ptr_array_new_with_free_func(free_item);
}

char *bb_attachment_sha256(GBytes *bytes)
{
    return g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
}
