// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/link_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/link_checks.h"
#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "ui/composer/links/link_field.h"
#include "ui/composer/page/editor_look.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {
// As high as the list that @ opens below the first field.
constexpr QSize kLinkDialogSize{560, 440};
}  // namespace

LinkDialog::LinkDialog(const message::LinkDraft& draft, QWidget* parent)
    : QDialog(parent),
      m_address(new editors::TokenField),
      m_rows(new QVBoxLayout),
      m_shown(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_problem(new Label({}, TypeRole::Hint, Ink::Attention)) {
  const bool isNew = draft.address.isEmpty();
  setObjectName(QStringLiteral("link.dialog"));
  setWindowTitle(isNew ? tr("Put in a link") : tr("Change the link"));
  resize(kLinkDialogSize);
  m_address->setObjectName(QStringLiteral("link.address"));
  m_address->editor()->setObjectName(QStringLiteral("link.address.text"));
  m_address->setName(tr("Address"));
  m_address->setPlaceholderText(QStringLiteral("https://nova.example/sale"));
  m_address->setTheme(editorLook(Tokens::of(this)));
  m_address->setValue(draft.address + draft.fragment);
  m_shown->setObjectName(QStringLiteral("link.shown"));
  m_problem->setObjectName(QStringLiteral("link.problem"));
  for (Label* label : {m_shown, m_problem}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  arrange(isNew);
  connect(m_address, &editors::TokenField::valueEdited, this, &LinkDialog::showLink);
  for (const auto& parameter : draft.parameters) addParameter(parameter);
  showLink();
  m_address->setFocus();
}

void LinkDialog::arrange(bool isNew) {
  m_add = new LinkButton(tr("Add a parameter"));
  m_add->setObjectName(QStringLiteral("link.add"));
  m_take = new Button(isNew ? tr("Put in") : tr("Change"), ButtonRole::Primary);
  m_take->setObjectName(QStringLiteral("link.take"));
  m_take->setDefault(true);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_take);
  auto* adding = new QHBoxLayout;
  adding->addWidget(m_add);
  adding->addStretch();
  m_rows->setSpacing(size::Small);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Address"), m_address->editor()));
  column->addWidget(m_address);
  column->addSpacing(size::Small);
  column->addWidget(new Label(tr("Parameters"), TypeRole::Label));
  column->addLayout(m_rows);
  column->addLayout(adding);
  column->addSpacing(size::Small);
  column->addWidget(m_shown);
  column->addWidget(m_problem);
  column->addStretch();
  column->addLayout(buttons);
  connect(m_add, &LinkButton::clicked, this, [this] {
    addParameter({});
    m_fields.back()->focusName();
  });
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_take, &Button::clicked, this, &LinkDialog::take);
}

void LinkDialog::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_properties = properties;
  m_address->setProperties(properties);
  for (LinkField* field : m_fields) field->setProperties(properties);
}

void LinkDialog::addParameter(const message::LinkDraft::Parameter& parameter) {
  auto* field = new LinkField(parameter);
  if (m_properties) field->setProperties(*m_properties);
  m_rows->addWidget(field);
  // At once, so that it can be written in.
  field->show();
  m_fields.push_back(field);
  connect(field, &LinkField::edited, this, &LinkDialog::showLink);
  connect(field, &LinkField::removeRequested, this, [this, field] { removeParameter(field); });
  // Where it stands, not where it was made.
  tabBefore(m_add, {field->findChild<QWidget*>(QStringLiteral("link.name")),
                    field->findChild<QWidget*>(QStringLiteral("link.value.text")),
                    field->findChild<QWidget*>(QStringLiteral("link.remove"))});
}

void LinkDialog::removeParameter(LinkField* field) {
  std::erase(m_fields, field);
  m_address->setFocus();
  field->hide();
  field->deleteLater();
  showLink();
}

message::LinkDraft LinkDialog::draft() const {
  // The whole of a link may have been pasted there.
  message::LinkDraft draft = message::linkDraftOf(m_address->value().trimmed());
  for (const LinkField* field : m_fields) draft.parameters.push_back(field->parameter());
  return draft;
}

void LinkDialog::showLink() {
  const QByteArray link = message::linkOf(draft());
  const QString text = QString::fromUtf8(link);
  m_shown->setVisible(!link.isEmpty());
  const bool isPlain = !link.contains("{{");
  m_shown->setText(isPlain ? tr("In the message: %1 (%L2 characters)").arg(text).arg(text.size())
                           : tr("In the message: %1").arg(text));
  m_take->setBlockedBecause(link.isEmpty() ? tr("Write an address first") : QString());
  QString problem;
  if (!link.isEmpty() && !message::isOneLink(link)) {
    problem = tr("Phones make no link of this. Write it like https://nova.example/sale, without blanks.");
  } else if (const auto fault = campaign::linkFault(text); fault && !link.isEmpty()) {
    problem = fault->text;
  }
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
}

void LinkDialog::take() {
  Q_EMIT chosen(message::linkOf(draft()));
  accept();
}

}  // namespace heliograph::ui
