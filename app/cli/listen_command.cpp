// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listen_command.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/stop_signals.h"
#include "delivery/receipts/callback_address.h"
#include "delivery/receipts/callback_server.h"
#include "delivery/receipts/reply_repository.h"

namespace heliograph::cli {
namespace {

const QString kListenPort = QStringLiteral("port");
const QString kListenBind = QStringLiteral("bind");
const QString kListenUrl = QStringLiteral("url");
const QString kUnread = QStringLiteral("unread");
constexpr int kMostReplies = 10000;

struct Addresses {
  QJsonArray json;
  QStringList lines;
};

/// Where each provider that calls is to call.
Result<Addresses> callbackAddresses(app::Workspace& workspace, const QString& base) {
  Addresses addresses;
  auto providers = workspace.providers.list();
  if (!providers) return fail(providers.error());
  for (const providers::Provider& provider : *providers) {
    auto definition = workspace.definitions.definitionOf(provider);
    if (!definition) continue;
    const bool receipts = definition->receipts && definition->receipts->callback;
    const bool replies = definition->inbound && definition->inbound->callback;
    if (!receipts && !replies) continue;
    auto path = delivery::callbackPath(workspace.database, provider.id);
    if (!path) return fail(path.error());
    QJsonObject one{{QStringLiteral("provider"), provider.name}};
    if (receipts) {
      one.insert(QStringLiteral("receipts"), base + *path);
      addresses.lines << QStringLiteral("%1, delivery reports: %2").arg(provider.name, base + *path);
    }
    if (replies) {
      one.insert(QStringLiteral("replies"), base + *path + QStringLiteral("/replies"));
      addresses.lines << QStringLiteral("%1, replies: %2/replies").arg(provider.name, base + *path);
    }
    addresses.json.append(one);
  }
  return addresses;
}

Result<> listenForCalls(Call& call) {
  auto port = call.number(kListenPort, 0, 0, 65535);
  if (!port) return fail(port.error());
  QHostAddress address(QHostAddress::LocalHost);
  if (call.isSet(kListenBind) && !address.setAddress(call.value(kListenBind))) {
    return call.wrongUsage(QStringLiteral("--bind needs an address of this computer, such as 127.0.0.1."));
  }
  const QUrl publicUrl(call.value(kListenUrl), QUrl::StrictMode);
  if (call.isSet(kListenUrl) && (!publicUrl.isValid() || publicUrl.host().isEmpty() || publicUrl.hasQuery())) {
    return call.wrongUsage(QStringLiteral("--url needs an address such as https://sms.example.com."));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  app::Workspace& opened = **workspace;
  delivery::CallbackServer server(opened.context, publicUrl);
  auto url = server.start(address, static_cast<quint16>(*port));
  if (!url) return fail(url.error());
  QString own = url->toString();
  if (own.endsWith(u'/')) own.chop(1);
  const QString base = publicUrl.isEmpty() ? own : publicUrl.toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded);
  auto addresses = callbackAddresses(opened, base);
  if (!addresses) return fail(addresses.error());
  call.console().answer({{QStringLiteral("url"), own}, {QStringLiteral("callbacks"), addresses->json}},
                        (QStringList{own} + addresses->lines).join(QLatin1Char('\n')));
  const StopSignals stop([] { QCoreApplication::quit(); });
  QCoreApplication::exec();
  return {};
}

Result<> listReplies(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto replies =
      delivery::ReplyRepository((*workspace)->database, (*workspace)->clock).list(call.isSet(kUnread), kMostReplies);
  if (!replies) return fail(replies.error());
  for (const delivery::ReplyRow& reply : *replies) {
    QJsonObject json{{QStringLiteral("id"), reply.id},        {QStringLiteral("at"), reply.at.toString(Qt::ISODate)},
                     {QStringLiteral("from"), reply.address}, {QStringLiteral("identity"), reply.identity},
                     {QStringLiteral("text"), reply.text},    {QStringLiteral("meaning"), reply.meaning},
                     {QStringLiteral("read"), reply.isRead},  {QStringLiteral("unsubscribed"), reply.isUnsubscribed}};
    if (reply.campaign.isValid()) json.insert(QStringLiteral("campaign"), reply.campaign.value);
    call.console().answer(
        json,
        QStringLiteral("%1  %2  %3: %4").arg(reply.id).arg(reply.at.toString(Qt::ISODate), reply.name, reply.text));
  }
  return {};
}

Result<> readReplies(Call& call) {
  std::vector<qint64> ids;
  for (int i = 0; i < call.count(); ++i) {
    bool isNumber = false;
    ids.push_back(call.argument(i).toLongLong(&isNumber));
    if (!isNumber) return call.wrongUsage(QStringLiteral("“%1” isn't a reply's number.").arg(call.argument(i)));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  return delivery::ReplyRepository((*workspace)->database, (*workspace)->clock).markRead(ids, true);
}

}  // namespace

std::vector<Command> listenCommands() {
  return {{QStringLiteral("listen"),
           {},
           QStringLiteral("Takes providers' calls about delivery and replies."),
           0,
           0,
           {valueOption(kListenPort, QStringLiteral("N"), QStringLiteral("Where it listens (any free port).")),
            valueOption(kListenBind, QStringLiteral("ADDRESS"), QStringLiteral("On which address (127.0.0.1).")),
            valueOption(kListenUrl, QStringLiteral("URL"),
                        QStringLiteral("How providers reach it; signatures cover the address (as they call it)."))},
           listenForCalls},
          {QStringLiteral("reply list"),
           {},
           QStringLiteral("What people answered, the latest first."),
           0,
           0,
           {flagOption(kUnread, QStringLiteral("Only what nobody has read."))},
           listReplies},
          {QStringLiteral("reply read"),
           QStringLiteral("NUMBER…"),
           QStringLiteral("Marks replies as read."),
           1,
           1000,
           {},
           readReplies}};
}

}  // namespace heliograph::cli
