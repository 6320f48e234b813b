noinst_LIBRARIES += src/net/libnet.a
src_net_libnet_a_SOURCES = \
	%D%/base64.c %D%/base64.h \
	%D%/dial.c %D%/dial.h \
	%D%/http.c %D%/http.h \
	%D%/http_basic.c \
	%D%/http_fault.c %D%/http_priv.h \
	%D%/http_take.c \
	%D%/http_url.c \
	%D%/jwt.c %D%/jwt.h \
	%D%/line.c %D%/line.h \
	%D%/net_fault.h \
	%D%/sign_aws.c %D%/sign_aws.h \
	%D%/tds_line.c %D%/tds_line.h \
	%D%/tls_identity.c %D%/tls_identity.h \
	%D%/tls_look.c %D%/tls_look.h \
	%D%/tls_why.c %D%/tls_why.h
