#!/usr/bin/python3
"""sign_vectors.py COUNT SEED [--fixed]: signed requests as botocore (Debian:
python3-botocore) signs them, a JSON object a line, for tests/net/sign_aws_test.

tests/net/sign_aws.jsonl was made by "sign_vectors.py 24 1 --fixed": the cases that are
written down below, and 24 by chance.  Keys and tokens are made up."""
import datetime
import json
import random
import sys
from urllib.parse import quote

import botocore.auth
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

NOW = [0]


class Frozen(datetime.datetime):
    """The clock of a case."""

    @classmethod
    def utcnow(cls):
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=NOW[0])

    @classmethod
    def now(cls, tz=None):
        return cls.utcnow().replace(tzinfo=tz)


botocore.auth.datetime = type('clock', (), {
    'datetime': Frozen, 'timezone': datetime.timezone, 'timedelta': datetime.timedelta})
if hasattr(botocore.auth, 'get_current_datetime'):
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: Frozen.utcnow()


def escape(text):
    return quote(text, safe='-_.~')


def case(service='s3', region='eu-west-3', id='AKIDEXAMPLE1', secret='s3cret/+x', token='',
         now=1790000000, method='GET', host='acme-lake.s3.eu-west-3.amazonaws.com',
         scheme='https', path='', query=(), headers=(), body=''):
    """What botocore makes of it; query: pairs, or a name without a value."""
    NOW[0] = now
    pairs = [(q, None) if isinstance(q, str) else tuple(q) for q in query]
    target = '/' + quote(path, safe='/~-_.')
    sent = '&'.join(escape(n) + '=' + escape(v or '') for n, v in
                    sorted(pairs, key=lambda p: (escape(p[0]), escape(p[1] or ''))))
    url = scheme + '://' + host + target
    if sent:
        # In the order that was asked for: the signer of botocore puts it right.
        url += '?' + '&'.join(escape(n) + ('' if v is None else '=' + escape(v))
                              for n, v in pairs)
    request = AWSRequest(method=method, url=url, data=body.encode(),
                         headers=dict(h.split(': ', 1) for h in headers))
    auth = (S3SigV4Auth if service == 's3' else SigV4Auth)(
        Credentials(id, secret, token or None), service, region)
    auth.add_auth(request)
    return {'service': service, 'region': region, 'id': id, 'secret': secret,
            'token': token, 'now': now, 'method': method, 'host': host, 'path': path,
            'query': [[n, v] for n, v in pairs], 'headers': list(headers), 'body': body,
            'target': target + ('?' + sent if sent else ''),
            'authorization': request.headers['Authorization']}


LIST = [('list-type', '2'), ('encoding-type', 'url'), ('max-keys', '1')]


def fixed():
    """What each of the traps of CURLOPT_AWS_SIGV4 is, and a request of each kind."""
    yield case()
    yield case(query=LIST)
    yield case(query=[('prefix', 'a/b c+(d)=e~f%g'), ('delimiter', '/')] + LIST)
    yield case(query=['location'])
    yield case(query=[('a', '2'), ('a', '1'), ('a-b', ''), ('A', 'x')])
    yield case(query=[('', ''), ('é', 'ü')])
    yield case(path='a key+(1)=é~%/x//y')
    yield case(path='./up/../down')
    yield case(path='/leads')
    yield case(path='.gatehouse-probe/0123', method='PUT', body='x',
               headers=['Content-Type: application/octet-stream'])
    yield case(path='.gatehouse-probe/0123', method='DELETE')
    yield case(path='k', headers=['Range: bytes=0-0'])
    yield case(method='HEAD')
    yield case(host='127.0.0.1:8080', scheme='http', path='bucket/')
    yield case(host='localhost:9000', scheme='http', path='my.bucket/k')
    yield case(token='FwoGZXIvYXdzE/+==')
    yield case(headers=['X-Amz-Meta-A: 1', 'X-Amz-Meta-A-B:   two   blanks  '])
    yield case(now=951782400)
    yield case(region='cn-north-1', host='s3.cn-north-1.amazonaws.com.cn', path='my.b/')
    yield case(service='athena', method='POST', host='athena.eu-west-3.amazonaws.com',
               body='{"WorkGroup":"primary"}', token='tok/en+==',
               headers=['Content-Type: application/x-amz-json-1.1',
                        'X-Amz-Target: AmazonAthena.GetWorkGroup'])
    yield case(service='sts', method='POST', host='sts.eu-west-3.amazonaws.com',
               body='Action=GetCallerIdentity&Version=2011-06-15',
               headers=['Content-Type: application/x-www-form-urlencoded'])
    yield case(service='execute-api', path='a b/c')
    yield case(service='redshift-data', region='us-gov-west-1',
               host='redshift-data.us-gov-west-1.amazonaws.com', query=[('x', '1')])


SIGNS = 'abcXYZ019-_.~ +()=%/é&?#$@!*\'",;:[]{}|^`<>日😀'


def word(dice, most, signs=SIGNS):
    return ''.join(dice.choice(signs) for _ in range(dice.randint(0, most)))


def by_chance(dice):
    service = dice.choice(['s3'] * 6 + ['athena', 'sts'])
    method = dice.choice(['GET', 'GET', 'HEAD', 'PUT', 'DELETE', 'POST'])
    port = dice.choice(['', '', ':%d' % dice.randint(1024, 65535)])
    some = dice.randint(0, 4)
    headers = dice.sample(['Range: bytes=0-0', 'Content-Type: text/plain', 'X-Amz-Meta-Z: e',
                           'X-Amz-Meta-A: b  c', 'X-Amz-Acl: private'], dice.randint(0, 3))
    return case(
        service=service, method=method, scheme='http' if port else 'https',
        region=dice.choice(['eu-west-3', 'us-east-1', 'cn-north-1', 'us-gov-west-1']),
        id='AKIA' + word(dice, 16, 'ABCDEF234567'), secret=word(dice, 40) or 'x',
        token=dice.choice(['', word(dice, 300, 'abcXYZ019/+=')]),
        now=dice.randint(0, 4102444800),
        host=dice.choice(['s3.eu-west-3.amazonaws.com', '127.0.0.1', 'localhost']) + port,
        path=word(dice, 30) if service == 's3' else '',
        query=[dice.choice([(word(dice, 6), word(dice, 12)), word(dice, 6) or 'q'])
               for _ in range(some)],
        headers=headers, body=word(dice, 60) if method in ('PUT', 'POST') else '')


def main():
    dice = random.Random(int(sys.argv[2]))
    rows = list(fixed()) if '--fixed' in sys.argv else []
    rows += [by_chance(dice) for _ in range(int(sys.argv[1]))]
    for row in rows:
        print(json.dumps(row))


main()
