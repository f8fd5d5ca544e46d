// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/callback_note.h"

#include "core/background.h"
#include "delivery/receipts/callback_address.h"

namespace heliograph::ui {

CallbackNote::CallbackNote(Services& services, QWidget* parent)
    : Label({}, TypeRole::Hint, Ink::Text3, parent), m_services(services) {
  setObjectName(QStringLiteral("provider.callback"));
  setWordWrap(true);
  setTextFormat(Qt::PlainText);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  hide();
}

void CallbackNote::showFor(const std::optional<providers::Provider>& provider,
                           const providers::ProviderDefinition& kind) {
  const bool receipts = kind.receipts && kind.receipts->callback;
  const bool replies = kind.inbound && kind.inbound->callback;
  hide();
  if (!provider || (!receipts && !replies)) return;
  m_services.background
      .run([&database = m_services.database, id = provider->id] { return delivery::callbackPath(database, id); })
      .then(this, [this, receipts, replies](const Result<QString>& path) {
        if (path) say(*path, receipts, replies);
      });
}

void CallbackNote::say(const QString& path, bool receipts, bool replies) {
  QStringList lines{
      tr("Where “heliograph listen” runs, this provider may call. Enter there the address under which it is reached, "
         "followed by:")};
  if (receipts) lines << tr("delivery reports: %1").arg(path);
  if (replies) lines << tr("replies: %1/replies").arg(path);
  setText(lines.join(QLatin1Char('\n')));
  show();
}

}  // namespace heliograph::ui
