// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/link_parameters.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using message::LinkTagging;

namespace {

constexpr std::array<QString LinkTagging::*, 5> kTagValues{
    &LinkTagging::source, &LinkTagging::medium, &LinkTagging::campaign, &LinkTagging::term, &LinkTagging::content};
constexpr int kTagColumns = 2;

}  // namespace

LinkParameters::LinkParameters(QWidget* parent)
    : QWidget(parent), m_on(new QCheckBox(tr("Add utm_ parameters to each link"))), m_fields(new QWidget) {
  m_on->setObjectName(QStringLiteral("links.tag"));
  m_on->setToolTip(tr("So that your web statistics tell visits from this campaign"));
  connect(m_on, &QCheckBox::clicked, this, &LinkParameters::switchOn);
  const std::array<QString, 5> names{tr("Source"), tr("Medium"), tr("Campaign"), tr("Term"), tr("Content")};
  const std::array<const char*, 5> ids{"source", "medium", "campaign", "term", "content"};
  auto* grid = new QGridLayout(m_fields);
  grid->setContentsMargins({});
  grid->setHorizontalSpacing(size::Small);
  grid->setVerticalSpacing(size::Tiny);
  for (std::size_t i = 0; i < m_values.size(); ++i) {
    auto* field = new editors::TokenField;
    m_values[i] = field;
    field->setObjectName(QStringLiteral("links.utm_") + QLatin1String(ids[i]));
    field->setName(QStringLiteral("utm_") + QLatin1String(ids[i]));
    const int row = static_cast<int>(i) / kTagColumns * 2;
    const int column = static_cast<int>(i) % kTagColumns;
    grid->addWidget(makeFieldLabel(names[i], field->editor()), row, column);
    grid->addWidget(field, row + 1, column);
    grid->setColumnStretch(column, 1);
    connect(field, &editors::TokenField::valueEdited, this, [this, i](const QByteArray& value) {
      m_tagging.*kTagValues[i] = QString::fromUtf8(value);
      Q_EMIT edited(m_tagging);
    });
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_on);
  column->addWidget(m_fields);
  m_fields->hide();
  applyTheme();
}

void LinkParameters::show(const LinkTagging& tagging) {
  m_tagging = tagging;
  m_on->setChecked(tagging.on);
  m_fields->setVisible(tagging.on);
  for (std::size_t i = 0; i < m_values.size(); ++i) m_values[i]->setValue((tagging.*kTagValues[i]).toUtf8());
}

void LinkParameters::switchOn(bool on) {
  m_tagging.on = on;
  LinkTagging untouched;
  untouched.on = on;
  if (on && m_tagging == untouched) {
    m_tagging.source = m_tagging.medium = QStringLiteral("sms");
    m_tagging.campaign = QStringLiteral("{{ Campaign.name }}");
  }
  Q_EMIT edited(m_tagging);
}

void LinkParameters::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  for (editors::TokenField* field : m_values) field->setProperties(properties);
}

void LinkParameters::applyTheme() {
  const editors::EditorTheme look = editorLook(Tokens::of(this));
  for (editors::TokenField* field : m_values) field->setTheme(look);
}

void LinkParameters::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyTheme();
  QWidget::changeEvent(event);
}

}  // namespace heliograph::ui
