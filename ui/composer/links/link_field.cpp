// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/link_field.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

namespace {
constexpr int kLinkNameWidth = 140;
}

LinkField::LinkField(const message::LinkDraft::Parameter& parameter, QWidget* parent)
    : QWidget(parent), m_parameter(parameter), m_name(new QLineEdit(parameter.name)), m_value(new editors::TokenField) {
  m_name->setObjectName(QStringLiteral("link.name"));
  m_name->setAccessibleName(tr("Name of the parameter"));
  m_name->setPlaceholderText(tr("Name"));
  m_name->setFixedWidth(kLinkNameWidth);
  m_value->setObjectName(QStringLiteral("link.value"));
  m_value->editor()->setObjectName(QStringLiteral("link.value.text"));
  m_value->setName(tr("Value of the parameter"));
  m_value->setPlaceholderText(tr("Value, @ to personalise"));
  m_value->setTheme(editorLook(Tokens::of(this)));
  m_value->setValue(parameter.value);
  auto* remove = new IconButton(Icon::Close, tr("Remove the parameter"));
  remove->setObjectName(QStringLiteral("link.remove"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_name);
  row->addWidget(m_value, 1);
  row->addWidget(remove);
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
    m_parameter = {name, m_parameter.value};
    Q_EMIT edited();
  });
  connect(m_value, &editors::TokenField::valueEdited, this, [this](const QByteArray& typed) {
    m_parameter = {m_parameter.name, typed};
    Q_EMIT edited();
  });
  connect(remove, &IconButton::clicked, this, &LinkField::removeRequested);
}

void LinkField::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_value->setProperties(properties);
}

void LinkField::focusName() {
  m_name->setFocus();
}

}  // namespace heliograph::ui
