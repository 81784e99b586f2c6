/* content_read.c - tokens, then operators. */
#include "archive/content_read.h"

#include <string.h>

enum { MOST_OPERANDS = 100000, MOST_NESTED = 32 };

static bool is_space(int c)
{
    return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(int c)
{
    return c != 0 && strchr("()<>[]{}/%", c) != NULL;
}

static bool is_regular(int c)
{
    return c >= 0 && !is_space(c) && !is_delimiter(c);
}

static int peek(const bb_content *c)
{
    return c->at < c->size ? c->data[c->at] : -1;
}

static void skip_space(bb_content *c)
{
    for (; c->at < c->size; c->at++) {
        if (c->data[c->at] == '%') {
            while (c->at < c->size && c->data[c->at] != '\n' && c->data[c->at] != '\r')
                c->at++;
            if (c->at >= c->size)
                return;
        }
        if (!is_space(c->data[c->at]))
            return;
    }
}

static bb_token bad(bb_content *c, const char *problem, gsize at)
{
    c->problem = problem;
    c->problem_at = at;
    return (bb_token){.kind = BB_TOKEN_BAD, .at = at};
}

/* --- strings and names --- */

static void end_bytes(bb_content *c, bb_token *token)
{
    token->length = (guint)c->bytes->len - token->text;
    g_string_append_c(c->bytes, '\0');
}

static void read_octal(bb_content *c)
{
    int value = 0;

    for (int i = 0; i < 3 && peek(c) >= '0' && peek(c) <= '7'; i++)
        value = value * 8 + c->data[c->at++] - '0';
    g_string_append_c(c->bytes, (char)value);
}

/* Behind a backslash in a literal string. */
static void read_escape(bb_content *c)
{
    static const char FROM[] = "nrtbf()\\", TO[] = "\n\r\t\b\f()\\";
    int next = peek(c);
    const char *known = next > 0 ? strchr(FROM, next) : NULL;

    if (next >= '0' && next <= '7') {
        read_octal(c);
    } else if (next == '\r' || next == '\n') {
        c->at++;
        if (next == '\r' && peek(c) == '\n')
            c->at++;
    } else if (next >= 0) {
        g_string_append_c(c->bytes, known != NULL ? TO[known - FROM] : (char)next);
        c->at++;
    }
}

static bb_token read_literal(bb_content *c)
{
    bb_token token = {.kind = BB_TOKEN_STRING, .text = (guint)c->bytes->len, .at = c->at};
    int open = 1;

    for (c->at++; c->at < c->size;) {
        int byte = c->data[c->at++];
        if (byte == '\\') {
            read_escape(c);
            continue;
        }
        open += byte == '(' ? 1 : byte == ')' ? -1 : 0;
        if (open == 0) {
            end_bytes(c, &token);
            return token;
        }
        g_string_append_c(c->bytes, (char)byte);
    }
    return bad(c, "a string is not closed", token.at);
}

static bb_token read_hexadecimal(bb_content *c)
{
    bb_token token = {.kind = BB_TOKEN_STRING, .text = (guint)c->bytes->len, .at = c->at};
    int digits = 0, value = 0;

    for (c->at++; c->at < c->size; c->at++) {
        int byte = c->data[c->at];
        if (byte == '>') {
            c->at++;
            if (digits % 2 != 0)
                return bad(c, "a hexadecimal string has an odd number of digits", token.at);
            end_bytes(c, &token);
            return token;
        }
        if (is_space(byte))
            continue;
        if (!g_ascii_isxdigit((char)byte))
            return bad(c, "a hexadecimal string has something other than digits", token.at);
        value = value * 16 + g_ascii_xdigit_value((char)byte);
        if (++digits % 2 == 0) {
            g_string_append_c(c->bytes, (char)value);
            value = 0;
        }
    }
    return bad(c, "a string is not closed", token.at);
}

static bb_token read_name(bb_content *c)
{
    bb_token token = {.kind = BB_TOKEN_NAME, .text = (guint)c->bytes->len, .at = c->at};

    for (c->at++; is_regular(peek(c)); c->at++) {
        int byte = c->data[c->at];
        if (byte == '#' && c->at + 2 < c->size && g_ascii_isxdigit((char)c->data[c->at + 1]) &&
            g_ascii_isxdigit((char)c->data[c->at + 2])) {
            byte = g_ascii_xdigit_value((char)c->data[c->at + 1]) * 16 +
                   g_ascii_xdigit_value((char)c->data[c->at + 2]);
            c->at += 2;
        }
        g_string_append_c(c->bytes, (char)byte);
    }
    end_bytes(c, &token);
    return token;
}

/* --- numbers and operators --- */

/* [+-] digits [. digits], or . digits: PDF has no exponents. */
static bool parse_number(const char *text, bb_token *token)
{
    const char *p = text + (*text == '+' || *text == '-');
    int digits = 0, points = 0;

    for (; *p != '\0'; p++) {
        if (*p == '.')
            points++;
        else if (g_ascii_isdigit(*p))
            digits++;
        else
            return false;
    }
    if (digits == 0 || points > 1)
        return false;
    token->kind = BB_TOKEN_NUMBER;
    token->integer = points == 0;
    token->number = g_ascii_strtod(text, NULL);
    return true;
}

static bb_token read_word(bb_content *c)
{
    bb_token token = {.kind = BB_TOKEN_OPERATOR, .text = (guint)c->bytes->len, .at = c->at};

    for (; is_regular(peek(c)); c->at++)
        g_string_append_c(c->bytes, (char)c->data[c->at]);
    end_bytes(c, &token);
    parse_number(c->bytes->str + token.text, &token);
    return token;
}

static bb_token mark(bb_content *c, bb_token_kind kind, gsize length)
{
    bb_token token = {.kind = kind, .at = c->at};

    c->at += length;
    return token;
}

static bb_token next_token(bb_content *c)
{
    skip_space(c);
    int first = peek(c);
    bool twice = c->at + 1 < c->size && c->data[c->at + 1] == first;

    switch (first) {
    case -1:
        return (bb_token){.kind = BB_TOKEN_END, .at = c->at};
    case '(':
        return read_literal(c);
    case '/':
        return read_name(c);
    case '[':
        return mark(c, BB_TOKEN_ARRAY, 1);
    case ']':
        return mark(c, BB_TOKEN_ARRAY_END, 1);
    case '<':
        return twice ? mark(c, BB_TOKEN_DICTIONARY, 2) : read_hexadecimal(c);
    case '>':
        if (twice)
            return mark(c, BB_TOKEN_DICTIONARY_END, 2);
        break;
    case ')':
    case '{':
    case '}':
        break;
    default:
        return read_word(c);
    }
    c->at++;
    return bad(c, "a bracket stands alone", c->at - 1);
}

/* --- operators --- */

void bb_content_init(bb_content *content, const void *data, gsize size)
{
    *content = (bb_content){
        .data = data,
        .size = size,
        .bytes = g_string_new(NULL),
        .operands = g_array_new(FALSE, FALSE, sizeof(bb_token)),
    };
}

void bb_content_clear(bb_content *content)
{
    g_string_free(content->bytes, TRUE);
    g_array_unref(content->operands);
}

/* true, false and null are operands that look like operators. */
static bool is_constant(const bb_content *c, const bb_token *token)
{
    const char *text = c->bytes->str + token->text;

    return token->kind == BB_TOKEN_OPERATOR &&
           (strcmp(text, "true") == 0 || strcmp(text, "false") == 0 || strcmp(text, "null") == 0);
}

static int step_of(bb_token_kind kind)
{
    if (kind == BB_TOKEN_ARRAY || kind == BB_TOKEN_DICTIONARY)
        return 1;
    return kind == BB_TOKEN_ARRAY_END || kind == BB_TOKEN_DICTIONARY_END ? -1 : 0;
}

/* Reads operands up to the operator; what is nested must be closed by its own bracket. */
static bb_content_event read_operator(bb_content *c)
{
    bb_token_kind open[MOST_NESTED];
    int depth = 0;

    for (;;) {
        bb_token token = next_token(c);
        int step = step_of(token.kind);
        if (token.kind == BB_TOKEN_BAD)
            return BB_CONTENT_BAD;
        if (token.kind == BB_TOKEN_END) {
            if (c->operands->len == 0)
                return BB_CONTENT_END;
            g_array_set_size(c->operands, 0);
            bad(c, "operands without an operator end the stream", token.at);
            return BB_CONTENT_BAD;
        }
        if (token.kind == BB_TOKEN_OPERATOR && !is_constant(c, &token)) {
            c->command = token;
            if (depth == 0)
                return BB_CONTENT_OPERATOR;
            bad(c, "an array or dictionary is not closed", token.at);
            return BB_CONTENT_BAD;
        }
        if ((step > 0 && depth == MOST_NESTED) || c->operands->len >= MOST_OPERANDS) {
            bad(c, "there are too many operands", token.at);
            return BB_CONTENT_BAD;
        }
        if (step < 0 && (depth == 0 || open[depth - 1] + 1 != token.kind)) {
            bad(c, "a bracket stands alone", token.at);
            return BB_CONTENT_BAD;
        }
        if (step > 0)
            open[depth] = token.kind;
        depth += step;
        g_array_append_val(c->operands, token);
    }
}

/* Whether what follows EI reads on as content does: text, not picture data. */
static bool reads_on(const bb_content *c, gsize at)
{
    if (at < c->size && !is_space(c->data[at]))
        return false;
    for (gsize i = at; i < c->size && i < at + 12; i++) {
        if (!is_space(c->data[i]) && (c->data[i] < 0x20 || c->data[i] > 0x7E))
            return false;
    }
    return true;
}

/* From behind BI to behind EI. */
static bb_content_event read_inline_image(bb_content *c, gsize at)
{
    bb_content_event event = read_operator(c);

    if (event != BB_CONTENT_OPERATOR || strcmp(bb_content_text(c, &c->command), "ID") != 0) {
        bad(c, "an inline image has no ID", at);
        return BB_CONTENT_BAD;
    }
    for (gsize i = c->at + 1; i + 2 < c->size + 1; i++) {
        if (c->data[i] == 'E' && i + 1 < c->size && c->data[i + 1] == 'I' &&
            is_space(c->data[i - 1]) && reads_on(c, i + 2)) {
            c->at = i + 2;
            c->command.at = at;
            c->command.text = (guint)c->bytes->len;
            c->command.length = 2;
            g_string_append_len(c->bytes, "BI", 3);
            return BB_CONTENT_OPERATOR;
        }
    }
    c->at = c->size;
    bad(c, "an inline image has no EI", at);
    return BB_CONTENT_BAD;
}

bb_content_event bb_content_next(bb_content *c)
{
    g_array_set_size(c->operands, 0);
    g_string_truncate(c->bytes, 0);
    bb_content_event event = read_operator(c);

    if (event == BB_CONTENT_OPERATOR && c->operands->len == 0 &&
        strcmp(bb_content_text(c, &c->command), "BI") == 0)
        return read_inline_image(c, c->command.at);
    return event;
}

const char *bb_content_text(const bb_content *content, const bb_token *token)
{
    return content->bytes->str + token->text;
}

const bb_token *bb_content_operand(const bb_content *content, guint index)
{
    return index < content->operands->len ? &g_array_index(content->operands, bb_token, index)
                                          : NULL;
}

const bb_token *bb_content_entry(const bb_content *content, guint index, const char *key)
{
    int depth = 0;
    bool at_key = true;

    for (guint i = index; i < content->operands->len; i++) {
        const bb_token *token = &g_array_index(content->operands, bb_token, i);
        bool top = depth == 1;
        depth += step_of(token->kind);
        if (depth == 0)
            return NULL;
        if (top && at_key && token->kind == BB_TOKEN_NAME &&
            strcmp(bb_content_text(content, token), key) == 0)
            return bb_content_operand(content, i + 1);
        if (depth == 1 && i > index)
            at_key = !at_key;
    }
    return NULL;
}
