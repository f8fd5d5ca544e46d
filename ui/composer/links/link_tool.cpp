// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/link_tool.h"

#include <QAction>

#include "message/link_finder.h"
#include "ui/campaign_document.h"
#include "ui/composer/links/link_dialog.h"
#include "ui/composer/message/message_card.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

LinkTool::LinkTool(CampaignDocument& document, MessageCard& card)
    : QObject(&card), m_document(document), m_card(card), m_action(new QAction(tr("Put in a link"), this)) {
  m_action->setObjectName(QStringLiteral("message.link"));
  m_action->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
  connect(m_action, &QAction::triggered, this, &LinkTool::open);
  const QString shortcut = m_action->shortcut().toString(QKeySequence::NativeText);
  auto* button = new IconButton(Icon::Link, tr("Link… (%1)").arg(shortcut));
  button->setObjectName(QStringLiteral("what.link"));
  connect(button, &IconButton::clicked, m_action, &QAction::trigger);
  m_card.addTool(button);
}

void LinkTool::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_properties = properties;
  if (m_dialog) m_dialog->setProperties(properties);
}

void LinkTool::open() {
  const qsizetype caret = m_card.caretByte();
  const auto [begin, end] = m_card.selectedBytes();
  Place place{begin, end, m_document.shownMessage()};
  message::LinkDraft draft;
  for (const message::SourceLink& link : message::linksInSource(place.message)) {
    if (caret < link.begin || caret > link.end) continue;
    draft = message::linkDraftOf(place.message.mid(link.begin, link.end - link.begin));
    place.begin = link.begin;
    place.end = link.end;
  }
  auto* dialog = new LinkDialog(draft, m_card.window());
  m_dialog = dialog;
  if (m_properties) dialog->setProperties(*m_properties);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &LinkDialog::chosen, this, [this, place](const QByteArray& link) { write(place, link); });
  connect(dialog, &QDialog::finished, this, [this] { m_card.focusEditor(); });
  dialog->open();
}

// A step of its own. Another window's message may have come meanwhile: then it is put in at the caret, unless what it
// replaces still stands there.
void LinkTool::write(Place place, const QByteArray& link) {
  const QByteArray source = m_document.shownMessage();
  const QByteArray replaced = place.message.mid(place.begin, place.end - place.begin);
  const bool isThere = !replaced.isEmpty() && source.mid(place.begin, replaced.size()) == replaced;
  if (source != place.message && !isThere) place.begin = place.end = m_card.caretByte();
  m_document.endStep();
  m_card.focusEditor();
  m_card.selectBytes(place.begin, place.end);
  m_card.insertSource(message::spacedLink(source, place.begin, place.end, link));
  m_document.endStep();
}

}  // namespace heliograph::ui
