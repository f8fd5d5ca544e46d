// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/link_tool.h"

#include <QAction>

#include "message/link_finder.h"
#include "ui/campaign_document.h"
#include "ui/composer/link_dialog.h"
#include "ui/composer/message_card.h"
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

void LinkTool::open() {
  const qsizetype caret = m_card.caretByte();
  auto [begin, end] = m_card.selectedBytes();
  message::LinkDraft draft;
  for (const message::SourceLink& link : message::linksInSource(m_document.shownMessage())) {
    if (caret < link.begin || caret > link.end) continue;
    draft = message::linkDraftOf(m_document.shownMessage().mid(link.begin, link.end - link.begin));
    begin = link.begin;
    end = link.end;
  }
  auto* dialog = new LinkDialog(draft, m_properties, m_card.window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &LinkDialog::chosen, this,
          [this, begin = begin, end = end](const QByteArray& link) { write(begin, end, link); });
  connect(dialog, &QDialog::finished, this, [this] { m_card.focusEditor(); });
  dialog->open();
}

// A step of its own, with the blank that a link needs before it.
void LinkTool::write(qsizetype begin, qsizetype end, const QByteArray& link) {
  const QByteArray source = m_document.shownMessage();
  const char before = begin > 0 ? source[begin - 1] : ' ';
  const bool joins = begin == end && before != ' ' && before != '\n' && before != '(';
  m_document.endStep();
  m_card.focusEditor();
  m_card.selectBytes(begin, end);
  m_card.insertSource(joins ? ' ' + link : link);
  m_document.endStep();
}

}  // namespace heliograph::ui
