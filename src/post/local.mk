noinst_LIBRARIES += src/post/libpost.a
src_post_libpost_a_SOURCES = \
	%D%/post.c %D%/post.h
