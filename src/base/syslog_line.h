/* syslog_line.h: a line to the system's log. */
#ifndef BASE_SYSLOG_LINE_H
#define BASE_SYSLOG_LINE_H

/* As authpriv.info, from "gatehouse[PID]".  Never waits; where nobody listens the line is
 * lost.  $GATEHOUSE_SYSLOG names another datagram socket, or is "none". */
void syslog_line(const char *text);

#endif
