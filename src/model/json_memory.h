/* json_memory.h: what becomes of a JSON reader without memory, and of what it read. */
#ifndef MODEL_JSON_MEMORY_H
#define MODEL_JSON_MEMORY_H

/* Let jansson take its memory where the rest of the program does: that it runs out
 * ends the program, as everywhere.  Else a document would be called wrong, or a
 * part of it be missing from an answer.  And what is given back is wiped, as a
 * workspace file may hold secret values.  Once, before any document is read. */
void json_memory_use(void);

#endif
