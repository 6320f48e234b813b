#!/usr/bin/python3
"""signed.py PORT KEY SECRET: requests to an S3 server on the loopback, signed by botocore:
what the tests set up and look at is not done by what they test.  A request a line on
standard input, parted by tabs: METHOD PATH [NAME=VALUE]..., headers but for "body" and
"query".  Prints the status and the answer of each; 1: one was not answered, or not well."""
import http.client
import sys
from urllib.parse import quote

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

port, key, secret = sys.argv[1:]
where = '127.0.0.1:' + port
for line in sys.stdin:
    method, path, *more = line.rstrip('\n').split('\t')
    headers = dict(a.split('=', 1) for a in more)
    body = headers.pop('body', '').encode()
    query = headers.pop('query', '')
    target = quote(path, safe='/~') + ('?' + query if query else '')
    request = AWSRequest(method=method, url='http://' + where + target, data=body,
                         headers=headers)
    S3SigV4Auth(Credentials(key, secret), 's3', 'eu-west-3').add_auth(request)
    try:
        server = http.client.HTTPConnection(where, timeout=30)
        server.request(method, target, body=body, headers=dict(request.headers))
        answer = server.getresponse()
        print(answer.status)
        print(answer.read().decode('utf-8', 'replace'))
    except OSError as error:
        sys.exit(str(error))
    if answer.status != 200:
        sys.exit('%s %s: %d' % (method, path, answer.status))
