/* device_face.h: a code that somebody enters elsewhere, on the command line: large as
 * text, one line of JSON; then it waits, until x or ^C. */
#ifndef CLI_DEVICE_FACE_H
#define CLI_DEVICE_FACE_H

#include "action/core/options.h"

/* Of the process. */
const struct device_face *device_face(enum format format);

#endif
