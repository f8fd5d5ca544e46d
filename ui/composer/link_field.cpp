// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/link_field.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "ui/composer/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

namespace {
constexpr int kLinkNameWidth = 140;
}

LinkField::LinkField(const message::LinkDraft::Parameter& parameter,
                     const std::vector<editors::PropertyChoice>& properties, QWidget* parent)
    : QWidget(parent), m_parameter(parameter), m_name(new QLineEdit(parameter.name)) {
  m_name->setObjectName(QStringLiteral("link.name"));
  m_name->setAccessibleName(tr("Name of the parameter"));
  m_name->setPlaceholderText(tr("Name"));
  m_name->setFixedWidth(kLinkNameWidth);
  auto* value = new editors::TokenField;
  value->setObjectName(QStringLiteral("link.value"));
  value->editor()->setObjectName(QStringLiteral("link.value.text"));
  value->setName(tr("Value of the parameter"));
  value->setPlaceholderText(tr("Value, @ to personalise"));
  value->setTheme(editorLook(Tokens::of(this)));
  value->setProperties(properties);
  value->setValue(parameter.value);
  auto* remove = new IconButton(Icon::Close, tr("Remove the parameter"));
  remove->setObjectName(QStringLiteral("link.remove"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_name);
  row->addWidget(value, 1);
  row->addWidget(remove);
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
    m_parameter = {name, m_parameter.value};
    Q_EMIT edited();
  });
  connect(value, &editors::TokenField::valueEdited, this, [this](const QByteArray& typed) {
    m_parameter = {m_parameter.name, typed};
    Q_EMIT edited();
  });
  connect(remove, &IconButton::clicked, this, &LinkField::removeRequested);
}

void LinkField::focusName() {
  m_name->setFocus();
}

}  // namespace heliograph::ui
