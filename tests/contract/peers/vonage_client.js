// Drives a server with Vonage's official SMS client and prints what it understood as one line of JSON.
//   node vonage_client.js http://127.0.0.1:PORT KEY SECRET
'use strict';
const {SMS} = require('@vonage/sms');

const [base, apiKey, apiSecret] = process.argv.slice(2);

async function outcome(work) {
  try {
    const answer = await work();
    return {messages: answer.messages};
  } catch (error) {
    return {messages: error.response && error.response.messages, error: error.message};
  }
}

async function main() {
  const client = new SMS({apiKey, apiSecret}, {restHost: base});
  const wrong = new SMS({apiKey, apiSecret: 'wrong-secret'}, {restHost: base});
  const message = {to: '15005550006', from: 'Acme', type: 'unicode', text: 'Grüße & +1 नमस्ते 👋', clientRef: 'ours-1'};
  console.log(JSON.stringify({
    sent: await outcome(() => client.send(message)),
    long: await outcome(() => client.send({...message, type: 'text', text: 'x'.repeat(200)})),
    refused: await outcome(() => client.send({...message, to: '15005550004'})),
    throttled: await outcome(() => client.send({...message, to: '15005550008'})),
    wrongSecret: await outcome(() => wrong.send(message)),
  }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
