// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/fields/template_fields.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "campaign/fields_in_force.h"
#include "message/template_match.h"
#include "ui/campaign_document.h"
#include "ui/composer/fields/field_sheet.h"
#include "ui/layout/flow_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::ProviderFields;

namespace {

constexpr int kApprovedHeight = 76;
constexpr int kVariableWidth = 210;
constexpr int kWordsTogether = 20;  // characters of fixed words that stay on one line
constexpr int kMostVariables = 100;

/// Fixed words in pieces short enough to be wrapped between fields.
QStringList wordGroups(const QString& words) {
  QStringList groups;
  for (const QString& word : words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const bool joins = !groups.isEmpty() && groups.last().size() + word.size() < kWordsTogether;
    if (joins) {
      groups.last() += QLatin1Char(' ') + word;
    } else {
      groups << word;
    }
  }
  return groups;
}

QString variablePlace(int number) {
  return QStringLiteral("variable.%1").arg(number);
}

}  // namespace

TemplateFields::TemplateFields(CampaignDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_id(new QLineEdit),
      m_approved(new QPlainTextEdit),
      m_use(new LinkButton(tr("Use the approved text"))),
      m_variables(new FieldSheet(document)) {
  m_id->setObjectName(QStringLiteral("fields.template_id"));
  m_id->setPlaceholderText(tr("As it was registered, such as 1107161513295847032"));
  connect(m_id, &QLineEdit::textEdited, this, [this](const QString& id) {
    m_variables->change(QStringLiteral("template_id"), tr("change of template id"),
                        [&](ProviderFields& fields) { fields.templateId = id; });
  });
  m_approved->setObjectName(QStringLiteral("fields.approved_text"));
  m_approved->setTabChangesFocus(true);
  m_approved->setUndoRedoEnabled(false);
  m_approved->setFrameShape(QFrame::NoFrame);
  m_approved->setFixedHeight(kApprovedHeight);
  m_approved->setPlaceholderText(tr("Paste it with its places, such as Dear {#var#}, your order {#var#} is here."));
  connect(m_approved, &QPlainTextEdit::textChanged, this, [this] {
    const QString text = m_approved->toPlainText();
    m_variables->change(QStringLiteral("approved_text"), tr("change of the approved text"),
                        [&](ProviderFields& fields) { fields.approvedText = text; });
  });
  m_use->setObjectName(QStringLiteral("fields.use"));
  m_use->setToolTip(tr("Writes it as the message. Each of its places is then a pill to choose a property for."));
  connect(m_use, &LinkButton::clicked, this, &TemplateFields::use);
  arrange();
}

void TemplateFields::arrange() {
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(size::Tiny);
  frame->body()->addWidget(m_approved);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(makeFieldLabel(tr("Template ID"), m_id));
  column->addWidget(m_id);
  column->addSpacing(size::Tiny);
  column->addWidget(makeFieldLabel(tr("Approved text"), m_approved));
  column->addWidget(frame);
  column->addWidget(m_use, 0, Qt::AlignLeading);
  column->addWidget(m_variables);
  m_variables->hide();
}

void TemplateFields::use() {
  const ProviderFields fields = m_document.fieldsOf(m_document.shownCopy());
  Q_EMIT useRequested(message::messageOfTemplate(fields.approvedText, fields.variables));
}

void TemplateFields::show(const providers::AskedFields& asked, const std::vector<campaign::Issue>& issues,
                          bool usable) {
  const bool any = asked.templateId || asked.templateVariables;
  setVisible(any);
  if (!any) return;
  const ProviderFields fields = m_document.fieldsOf(m_document.shownCopy());
  if (m_id->text() != fields.templateId) m_id->setText(fields.templateId);
  if (m_approved->toPlainText() != fields.approvedText) {
    const QSignalBlocker quiet(m_approved);
    m_approved->setPlainText(fields.approvedText);
    m_approved->moveCursor(QTextCursor::End);
  }
  m_use->setVisible(usable);
  if (const Shape wanted = shapeOf(asked); wanted != m_shape || !m_variables->isBuilt()) {
    m_shape = wanted;
    m_variables->rebuild([this](QVBoxLayout& column) { build(column); });
  }
  m_variables->showValues();
  m_variables->showProblems(issues);
}

TemplateFields::Shape TemplateFields::shapeOf(const providers::AskedFields& asked) const {
  Shape shape;
  shape.variables = asked.templateVariables;
  shape.copy = m_document.shownCopy();
  if (!shape.variables) return shape;
  const ProviderFields fields = campaign::fieldsInForce(m_document.fieldsOf(shape.copy), asked);
  shape.count = static_cast<int>(fields.variables.size());
  for (const auto& piece : message::templatePieces(fields.approvedText.trimmed())) {
    shape.sentence << (piece.isPlace ? QString() : piece.text);
  }
  return shape;
}

void TemplateFields::build(QVBoxLayout& column) {
  if (!m_shape.variables) return;
  column.addWidget(new Label(tr("Template variables"), TypeRole::Label));
  if (m_shape.sentence.isEmpty()) {
    buildRows(column);
  } else if (m_shape.count == 0) {
    column.addWidget(makeFieldsHint(tr("The approved text has no places for values.")));
  } else {
    buildSentence(column);
  }
}

QWidget* TemplateFields::makeVariable(int number) {
  const auto at = static_cast<std::size_t>(number) - 1;
  return m_variables->makeValueField({variablePlace(number), tr("Variable %1").arg(number),
                                      tr("change of variable %1").arg(number),
                                      [at](const ProviderFields& fields) {
                                        return at < fields.variables.size() ? fields.variables[at] : QByteArray();
                                      },
                                      [at](ProviderFields& fields, const QByteArray& value) {
                                        if (fields.variables.size() <= at) fields.variables.resize(at + 1);
                                        fields.variables[at] = value;
                                      }});
}

/// The approved text with a field in each of its places.
void TemplateFields::buildSentence(QVBoxLayout& column) {
  auto* sentence = new QWidget;
  auto* flow = new FlowLayout(sentence);
  int number = 0;
  for (const QString& piece : m_shape.sentence) {
    for (const QString& words : wordGroups(piece)) {
      auto* label = new Label(words, TypeRole::Body, Ink::Text2);
      label->setTextFormat(Qt::PlainText);
      flow->addWidget(label);
    }
    if (!piece.isEmpty()) continue;
    QWidget* field = makeVariable(++number);
    field->setFixedWidth(kVariableWidth);
    flow->addWidget(field);
  }
  column.addWidget(sentence);
}

/// While the approved text isn't known: one after the other.
void TemplateFields::buildRows(QVBoxLayout& column) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(size::Small);
  grid->setVerticalSpacing(size::Tiny);
  grid->setColumnStretch(1, 1);
  for (int row = 0; row < m_shape.count; ++row) buildRow(*grid, row);
  column.addLayout(grid);
  if (m_shape.count >= kMostVariables) return;
  auto* add = new LinkButton(tr("Add a variable"));
  add->setObjectName(QStringLiteral("fields.add.variable"));
  connect(add, &LinkButton::clicked, this, [this] {
    const QString place = variablePlace(m_shape.count + 1);
    m_document.endStep();
    m_variables->change(place, tr("addition of a variable"),
                        [](ProviderFields& fields) { fields.variables.emplace_back(); });
    focusField(place);
  });
  column.addWidget(add, 0, Qt::AlignLeading);
  m_variables->addControl(add);
}

void TemplateFields::buildRow(QGridLayout& grid, int row) {
  const QString place = variablePlace(row + 1);
  QWidget* field = makeVariable(row + 1);
  auto* remove = new IconButton(Icon::Close, tr("Remove variable %1").arg(row + 1));
  remove->setObjectName(QStringLiteral("fields.remove.") + place);
  connect(remove, &IconButton::clicked, this, [this, at = static_cast<std::size_t>(row), place] {
    m_document.endStep();
    m_variables->change(place, tr("removal of a variable"), [&](ProviderFields& fields) {
      if (at < fields.variables.size()) fields.variables.erase(fields.variables.begin() + static_cast<int>(at));
    });
  });
  grid.addWidget(makeFieldLabel(tr("Variable %1").arg(row + 1), m_variables->editorOf(place)), row, 0);
  grid.addWidget(field, row, 1);
  grid.addWidget(remove, row, 2);
  m_variables->addControl(remove);
}

void TemplateFields::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_variables->setProperties(properties);
}

bool TemplateFields::focusField(const QString& place) {
  if (isHidden()) return false;
  if (m_variables->focusField(place)) return true;
  if (place == QLatin1String("approved_text")) {
    m_approved->setFocus();
    return true;
  }
  const bool ours = place == QLatin1String("template_id") || place.section(u'.', 0, 0) == QLatin1String("variable");
  if (ours) focusFirst();
  return ours;
}

void TemplateFields::focusFirst() {
  m_id->setFocus();
}

}  // namespace heliograph::ui
