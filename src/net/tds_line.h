/* tds_line.h: TLS as SQL Server has it before TDS 8: while hands are shaken each flight is
 * the body of a packet of TDS (MS-TDS 2.2.6.5, 3.2.5.2), afterwards it is not. */
#ifndef NET_TDS_LINE_H
#define NET_TDS_LINE_H

#include <openssl/bio.h>

enum { TDS_HEAD = 8, TDS_PACKET = 4096, TDS_PRELOGIN = 0x12, TDS_LAST = 1 };

/* On a connection, which stays its owner's; SSL_set_bio() it.  NULL: out of memory. */
BIO *tds_line(int fd);

#endif
