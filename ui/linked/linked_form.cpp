// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linked_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/linked/linked_rows.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using library::LinkedAuth;

namespace {

QLineEdit* makeLinkedField(const QString& name, const QString& placeholder) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setPlaceholderText(placeholder);
  return field;
}

Label* makeLinkedHint(const QString& text) {
  auto* hint = new Label(text, TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);
  return hint;
}

}  // namespace

LinkedForm::LinkedForm(QWidget* parent)
    : QWidget(parent),
      m_name(makeLinkedField(QStringLiteral("linked.name"), QStringLiteral("Shop"))),
      m_nameHint(makeLinkedHint({})),
      m_url(makeLinkedField(QStringLiteral("linked.url"),
                            QStringLiteral("https://api.example.com/people/{{id}}/offers"))),
      m_headers(
          new LinkedRows({QStringLiteral("linked.headers"), tr("Header"), tr("Value"), tr("Add a header"), false})),
      m_constants(new LinkedRows(
          {QStringLiteral("linked.constants"), tr("Label"), tr("Value"), tr("Add a label of your own"), true})),
      m_labels(new LinkedRows(
          {QStringLiteral("linked.labels"), tr("Label"), tr("Place in the answer"), tr("Add a label"), false})) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  addPart(*column, tr("Name"), m_name);
  column->addWidget(m_nameHint);
  addPart(*column, tr("Address"), m_url,
          tr("{{name}} in the path or the query is a parameter: each campaign fills it with a property or a text."));
  addPart(*column, tr("Signing in"), makeSignIn());
  column->addWidget(makePrivate());
  addPart(*column, tr("Labels of the answer"), m_labels,
          tr("What messages read: Linked.Shop.label. raw, JSON, http_status_code and headers are always there."));
  addPart(*column, tr("Labels of your own"), m_constants,
          tr("Values that stay the same, also for {{name}} in the address and the headers."));
  addPart(*column, tr("Headers"), m_headers);
  for (QLineEdit* field : {m_name, m_url, m_authName, m_authSecret}) {
    connect(field, &QLineEdit::textEdited, this, &LinkedForm::edited);
  }
  for (LinkedRows* rows : {m_headers, m_constants, m_labels})
    connect(rows, &LinkedRows::edited, this, &LinkedForm::edited);
}

void LinkedForm::addPart(QVBoxLayout& column, const QString& title, QWidget* part, const QString& hint) {
  part->setAccessibleName(title);
  column.addSpacing(size::Tiny);
  column.addWidget(makeFieldLabel(title, part));
  column.addWidget(part);
  if (!hint.isEmpty()) column.addWidget(makeLinkedHint(hint));
}

QWidget* LinkedForm::makeSignIn() {
  m_auth = new QComboBox;
  m_auth->setObjectName(QStringLiteral("linked.auth"));
  m_auth->setAccessibleName(tr("Signing in"));
  m_auth->setModel(new QStringListModel(
      {tr("Not needed"), tr("Name and password"), tr("A header"), tr("A token (Bearer)")}, m_auth));
  m_authName = makeLinkedField(QStringLiteral("linked.authName"), {});
  m_authSecret = makeLinkedField(QStringLiteral("linked.authSecret"), {});
  m_authSecret->setEchoMode(QLineEdit::Password);
  auto* signIn = new QWidget;
  signIn->setFocusProxy(m_auth);
  auto* row = new QHBoxLayout(signIn);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_auth);
  row->addWidget(m_authName, 1);
  row->addWidget(m_authSecret, 1);
  row->addStretch();
  connect(m_auth, &QComboBox::currentIndexChanged, this, &LinkedForm::showSignIn);
  connect(m_auth, &QComboBox::activated, this, &LinkedForm::edited);
  return signIn;
}

QWidget* LinkedForm::makePrivate() {
  m_private = new QCheckBox(tr("May lead into your own network"));
  m_private->setObjectName(QStringLiteral("linked.private"));
  m_privateWarning = new Label(
      tr("Only for a service of your own. A redirect, or a value in the address, could then reach what is not meant "
         "for others."),
      TypeRole::Hint, Ink::Attention);
  m_privateWarning->setWordWrap(true);
  m_privateWarning->hide();
  connect(m_private, &QCheckBox::toggled, m_privateWarning, &QWidget::setVisible);
  connect(m_private, &QCheckBox::clicked, this, &LinkedForm::edited);
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(m_private);
  column->addWidget(m_privateWarning);
  return part;
}

void LinkedForm::showSignIn() {
  const auto kind = static_cast<LinkedAuth::Kind>(std::max(0, m_auth->currentIndex()));
  const bool isNamed = kind == LinkedAuth::Kind::Basic || kind == LinkedAuth::Kind::Header;
  const QString name = kind == LinkedAuth::Kind::Basic ? tr("User name") : tr("Header, such as X-Api-Key");
  const QString secret = kind == LinkedAuth::Kind::Basic    ? tr("Password")
                         : kind == LinkedAuth::Kind::Header ? tr("Value of the header")
                                                            : tr("Token");
  m_authName->setVisible(isNamed);
  m_authName->setPlaceholderText(name);
  m_authName->setAccessibleName(name);
  m_authSecret->setVisible(kind != LinkedAuth::Kind::None);
  m_authSecret->setPlaceholderText(m_id.isValid() ? tr("%1, kept as it is unless you type one").arg(secret) : secret);
  m_authSecret->setAccessibleName(secret);
}

void LinkedForm::show(const library::LinkedSource& source) {
  m_id = source.id;
  m_name->setText(source.name);
  m_name->setReadOnly(m_id.isValid());
  m_nameHint->setText(m_id.isValid() ? tr("The name stays, as messages read it by that: Linked.%1").arg(source.name)
                                     : tr("Letters, digits and _. Messages read it by that name: Linked.Shop. It can't "
                                          "be changed later."));
  m_url->setText(source.url);
  m_auth->setCurrentIndex(static_cast<int>(source.auth.kind));
  m_authName->setText(source.auth.name);
  m_authSecret->clear();
  showSignIn();
  m_private->setChecked(source.allowPrivate);
  std::vector<LinkedPair> pairs;
  for (const auto& header : source.headers) pairs.push_back({header.name, header.value, false});
  m_headers->setPairs(pairs);
  pairs.clear();
  for (const auto& constant : source.constants) pairs.push_back({constant.name, constant.value, constant.isSecret});
  m_constants->setPairs(pairs);
  pairs.clear();
  for (const auto& label : source.labels) pairs.push_back({label.name, label.path, false});
  m_labels->setPairs(pairs);
}

TypedSource LinkedForm::typed() const {
  TypedSource typed;
  library::LinkedSource& source = typed.source;
  source.id = m_id;
  source.name = m_name->text().trimmed();
  source.url = m_url->text().trimmed();
  source.auth.kind = static_cast<LinkedAuth::Kind>(std::max(0, m_auth->currentIndex()));
  source.auth.name = m_authName->isVisibleTo(this) ? m_authName->text().trimmed() : QString();
  if (source.auth.kind != LinkedAuth::Kind::None && !m_authSecret->text().isEmpty()) {
    typed.secrets.insert(QStringLiteral("auth"), m_authSecret->text());
  }
  source.allowPrivate = m_private->isChecked();
  for (const LinkedPair& pair : m_headers->pairs()) source.headers.push_back({pair.name, pair.value});
  for (const LinkedPair& pair : m_constants->pairs()) {
    source.constants.push_back({pair.name, pair.isSecret ? QString() : pair.value, pair.isSecret});
    if (pair.isSecret && !pair.value.isEmpty()) typed.secrets.insert(QStringLiteral("label_") + pair.name, pair.value);
  }
  for (const LinkedPair& pair : m_labels->pairs()) source.labels.push_back({pair.name, pair.value});
  return typed;
}

void LinkedForm::fillLabels(const std::vector<library::LinkedLabel>& labels) {
  const auto there = m_labels->pairs();
  for (const library::LinkedLabel& label : labels) {
    const bool isThere = std::any_of(there.begin(), there.end(), [&](const LinkedPair& pair) {
      return pair.name == label.name || pair.value == label.path;
    });
    if (!isThere) m_labels->add({label.name, label.path, false});
  }
  Q_EMIT edited();
}

void LinkedForm::focusFirst() {
  (m_name->isReadOnly() ? m_url : m_name)->setFocus();
}

}  // namespace heliograph::ui
