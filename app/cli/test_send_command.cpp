// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/test_send_command.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "app/cli/event_options.h"

namespace heliograph::cli {
namespace {

const QString kTo = QStringLiteral("to");
const QString kTestProvider = QStringLiteral("provider");
const QString kTestAs = QStringLiteral("as");
const QString kTestCopy = QStringLiteral("copy");

QJsonObject resultJson(const delivery::TestSendResult& result) {
  QJsonArray passed;
  for (const delivery::TestPassed& one : result.before) {
    passed.append(QJsonObject{{QStringLiteral("provider"), one.provider},
                              {QStringLiteral("answer"), one.words},
                              {QStringLiteral("http_status"), one.httpStatus}});
  }
  return {{QStringLiteral("accepted"), result.accepted}, {QStringLiteral("unclear"), result.unclear},
          {QStringLiteral("provider"), result.provider}, {QStringLiteral("message_id"), result.messageId},
          {QStringLiteral("parts"), result.parts},       {QStringLiteral("encoding"), result.encoding},
          {QStringLiteral("text"), result.text},         {QStringLiteral("answer"), result.words},
          {QStringLiteral("hint"), result.hint},         {QStringLiteral("before"), passed}};
}

Result<delivery::TestSendRequest> readRequest(Call& call, app::Workspace& workspace) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto campaign = workspace.campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  delivery::TestSendRequest request;
  request.campaign = std::move(*campaign);
  request.to = call.value(kTo);
  request.asIdentity = call.value(kTestAs);
  if (call.isSet(kTestCopy)) {
    auto copy = campaign::copyNamed(request.campaign.variants, call.value(kTestCopy));
    if (!copy) return fail(copy.error());
    request.copy = *copy;
  }
  auto event = readTestEvent(call);
  if (!event) return fail(event.error());
  request.event = event->value_or(delivery::TestEvent{});
  if (!call.isSet(kTestProvider)) return request;
  auto provider = workspace.providers.byName(call.value(kTestProvider));
  if (!provider) return fail(provider.error());
  request.provider = provider->id;
  return request;
}

Result<> answerTest(Call& call, const delivery::TestSendResult& result) {
  const QString said = result.hint.isEmpty() ? result.words : result.words + u' ' + result.hint;
  const QString before = result.before.empty() ? QString() : delivery::passedText(result) + u'\n';
  if (result.accepted) {
    call.console().answer(resultJson(result), before + QStringLiteral("%1 accepted it (%2, %3):\n%4")
                                                           .arg(result.provider, result.messageId)
                                                           .arg(counted(result.parts, QStringLiteral("part")))
                                                           .arg(result.text));
    return {};
  }
  call.console().item(resultJson(result));
  if (result.unclear) {
    return fail(
        ErrorCode::Timeout,
        before + QStringLiteral("%1 gave no clear answer: the text may have arrived. %2").arg(result.provider, said));
  }
  return fail(ErrorCode::Refused,
              before + QStringLiteral("%1 did not take it: %2").arg(result.provider, said.trimmed()));
}

Result<> testSend(Call& call) {
  if (!call.isSet(kTo)) return call.wrongUsage(QStringLiteral("--to is missing: a number such as +919812345678."));
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto request = readRequest(call, **workspace);
  if (!request) return fail(request.error());
  HELIOGRAPH_TRY((*workspace)->startSandboxIfNeeded());
  auto sending = (*workspace)->testSend.send(*request);
  sending.waitForFinished();
  auto result = sending.result();
  if (!result) return fail(result.error());
  return answerTest(call, *result);
}

}  // namespace

std::vector<Command> testSendCommands() {
  std::vector<Command> commands{
      {QStringLiteral("test-send"),
       QStringLiteral("ID --to NUMBER"),
       QStringLiteral("Sends one real message through the provider."),
       1,
       1,
       {valueOption(kTo, QStringLiteral("NUMBER"), QStringLiteral("With country code, +919812345678.")),
        valueOption(kTestProvider, QStringLiteral("NAME"), QStringLiteral("Instead of the campaign's own.")),
        valueOption(kTestAs, QStringLiteral("IDENTITY"), QStringLiteral("Whose values are used.")),
        valueOption(kTestCopy, QStringLiteral("COPY"), QStringLiteral("This copy of several (A, B, C or a value)."))},
       testSend}};
  for (const QCommandLineOption& option : eventOptions()) commands.front().options.push_back(option);
  return commands;
}

}  // namespace heliograph::cli
