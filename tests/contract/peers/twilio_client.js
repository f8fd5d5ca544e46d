// Drives a server with Twilio's official client and prints what it understood as one line of JSON.
//   node twilio_client.js http://127.0.0.1:PORT ACCOUNT TOKEN
'use strict';
const twilio = require('twilio');
const RequestClient = require('twilio/lib/base/RequestClient');

const [base, account, token] = process.argv.slice(2);

class LocalClient extends (RequestClient.default || RequestClient) {
  request(options) {
    return super.request({...options, uri: options.uri.replace('https://api.twilio.com', base)});
  }
}

async function refusal(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return {status: error.status, code: error.code, message: error.message};
  }
}

async function main() {
  const client = twilio(account, token, {httpClient: new LocalClient()});
  const sent = await client.messages.create({to: '+15005550006', from: '+15557122661', body: 'Grüße & +1 नमस्ते 👋'});
  const planned = await client.messages.create({
    to: '+15005550007', messagingServiceSid: 'MG0123456789abcdef0123456789abcdef', body: 'Later',
    scheduleType: 'fixed', sendAt: new Date(Date.now() + 3600 * 1000)});
  const fetched = await client.messages(sent.sid).fetch();
  const listed = await client.messages.list({to: '+15005550006', limit: 20});
  const paged = await client.messages.list({pageSize: 1, limit: 2});
  const balance = await client.balance.fetch();
  const wrong = twilio(account, 'wrong', {httpClient: new LocalClient()});
  console.log(JSON.stringify({
    sent: {sid: sent.sid, status: sent.status, to: sent.to, body: sent.body, segments: sent.numSegments},
    planned: {sid: planned.sid, status: planned.status, from: planned.from},
    fetched: {sid: fetched.sid, body: fetched.body, isDate: fetched.dateCreated instanceof Date},
    listed: listed.map((each) => each.sid),
    paged: paged.map((each) => each.sid),
    balance: balance.balance,
    refused: await refusal(() => client.messages.create({to: '+15005550004', from: '+15557122661', body: 'Hi'})),
    noSender: await refusal(() => client.messages.create({to: '+15005550006', body: 'Hi'})),
    throttled: await refusal(() => client.messages.create({to: '+15005550008', from: '+15557122661', body: 'Hi'})),
    unknown: await refusal(() => client.messages('SM00000000000000000000000000ffffff').fetch()),
    wrongToken: await refusal(() => wrong.balance.fetch()),
  }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
