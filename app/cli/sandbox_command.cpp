// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sandbox_command.h"

#include <QCoreApplication>
#include <QDir>

#include "app/cli/call.h"
#include "app/cli/stop_signals.h"
#include "message/sms_text.h"
#include "providers/sandbox/sandbox_server.h"

namespace heliograph::cli {
namespace {

const QString kPort = QStringLiteral("port");
const QString kRecord = QStringLiteral("record");

Result<> serve(Call& call) {
  auto port = call.number(kPort, 0, 0, 65535);
  if (!port) return fail(port.error());
  const QString record =
      call.isSet(kRecord) ? call.value(kRecord) : QDir::current().filePath(QStringLiteral("sandbox.jsonl"));
  providers::SandboxServer server(
      {{}, [](const QByteArray& text) {
         return message::measureSms({text.constData(), static_cast<size_t>(text.size())}).parts;
       }});
  auto url = server.start(static_cast<quint16>(*port), record);
  if (!url) return fail(url.error());
  QString address = url->toString();
  if (address.endsWith(u'/')) address.chop(1);
  call.console().answer({{QStringLiteral("url"), address}, {QStringLiteral("record"), record}},
                        QStringLiteral("%1\nrecord: %2").arg(address, record));
  const StopSignals stop([] { QCoreApplication::quit(); });
  QCoreApplication::exec();
  return {};
}

}  // namespace

std::vector<Command> sandboxCommands() {
  return {
      {QStringLiteral("sandbox"),
       {},
       QStringLiteral("Serves a provider that keeps what it is sent and texts nobody."),
       0,
       0,
       {valueOption(kPort, QStringLiteral("N"), QStringLiteral("Where it listens on this computer (any free port).")),
        valueOption(kRecord, QStringLiteral("FILE"), QStringLiteral("Where it keeps what arrived (sandbox.jsonl)."))},
       serve}};
}

}  // namespace heliograph::cli
