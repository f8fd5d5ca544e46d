// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/fields_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

#include "campaign/fields_check.h"
#include "campaign/fields_in_force.h"
#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "message/template_match.h"
#include "ui/campaign_document.h"
#include "ui/composer/editor_look.h"
#include "ui/layout/flow_layout.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::KeyValue;
using campaign::ProviderFields;

namespace {

constexpr int kApprovedHeight = 76;
constexpr int kPairNameWidth = 160;
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

Label* fieldsHint(const QString& text) {
  auto* hint = new Label(text, TypeRole::Hint, Ink::Text3);
  hint->setTextFormat(Qt::PlainText);
  hint->setWordWrap(true);
  return hint;
}

std::size_t indexOfPair(const std::vector<KeyValue>& pairs, const KeyValue& wanted, std::size_t number) {
  std::size_t own = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!wanted.own && !pairs[i].own && pairs[i].name == wanted.name) return i;
    if (wanted.own && pairs[i].own && own++ == number) return i;
  }
  return pairs.size();
}

}  // namespace

FieldsCard::FieldsCard(CampaignDocument& document, QWidget* parent)
    : Card(parent), m_document(document), m_template(new QWidget) {
  setObjectName(QStringLiteral("what.fields"));
  setAccessibleName(tr("What the provider asks for"));
  makeTemplate();
  body()->addWidget(m_template);
  hide();
}

void FieldsCard::makeTemplate() {
  m_id = new QLineEdit;
  m_id->setObjectName(QStringLiteral("fields.template_id"));
  m_id->setPlaceholderText(tr("As it was registered, such as 1107161513295847032"));
  connect(m_id, &QLineEdit::textEdited, this, [this](const QString& id) {
    change(QStringLiteral("template_id"), tr("change of template id"), [&](Fields& fields) { fields.templateId = id; });
  });
  m_approved = new QPlainTextEdit;
  m_approved->setObjectName(QStringLiteral("fields.approved_text"));
  m_approved->setTabChangesFocus(true);
  m_approved->setUndoRedoEnabled(false);
  m_approved->setFrameShape(QFrame::NoFrame);
  m_approved->setFixedHeight(kApprovedHeight);
  m_approved->setPlaceholderText(tr("Paste it with its places, such as Dear {#var#}, your order {#var#} is here."));
  connect(m_approved, &QPlainTextEdit::textChanged, this, [this] {
    const QString text = m_approved->toPlainText();
    change(QStringLiteral("approved_text"), tr("change of the approved text"),
           [&](Fields& fields) { fields.approvedText = text; });
  });
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(size::Tiny);
  frame->body()->addWidget(m_approved);
  m_use = new LinkButton(tr("Use the approved text"));
  m_use->setObjectName(QStringLiteral("fields.use"));
  connect(m_use, &LinkButton::clicked, this, [this] {
    const Fields fields = m_document.fieldsOf(m_document.shownCopy());
    Q_EMIT useRequested(message::messageOfTemplate(fields.approvedText, fields.variables));
  });
  auto* column = new QVBoxLayout(m_template);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(makeFieldLabel(tr("Template ID"), m_id));
  column->addWidget(m_id);
  column->addSpacing(size::Tiny);
  column->addWidget(makeFieldLabel(tr("Approved text"), m_approved));
  column->addWidget(frame);
  column->addWidget(m_use, 0, Qt::AlignLeading);
}

void FieldsCard::show(const std::optional<providers::AskedFields>& asked, const std::vector<campaign::Issue>& issues,
                      bool usable) {
  m_asked = asked;
  const bool any = asked && (asked->templateId || asked->templateVariables || !asked->bodyKeys.isEmpty() ||
                             !asked->headerKeys.isEmpty() || !asked->globalKeys.isEmpty());
  setVisible(any);
  if (!any) return;
  m_template->setVisible(asked->templateId || asked->templateVariables);
  m_use->setVisible(usable);
  if (const Shape wanted = shape(); wanted != m_shape || !m_contents) {
    m_shape = wanted;
    build();
  }
  showValues();
  showProblems(issues);
}

FieldsCard::Fields FieldsCard::shown() const {
  return campaign::fieldsInForce(m_document.fieldsOf(m_document.shownCopy()), m_asked);
}

FieldsCard::Shape FieldsCard::shape() const {
  const Fields fields = shown();
  Shape shape;
  shape.asked = m_asked;
  shape.copy = m_document.shownCopy();
  shape.variables = static_cast<int>(fields.variables.size());
  for (const auto& piece : message::templatePieces(fields.approvedText.trimmed())) {
    shape.sentence << (piece.isPlace ? QString() : piece.text);
  }
  for (const Block& block : blocks()) {
    int own = 0;
    for (const KeyValue& pair : fields.*block.member) {
      if (pair.own) shape.pairs << QStringLiteral("%1.%2").arg(block.place).arg(own++);
    }
  }
  return shape;
}

std::vector<FieldsCard::Block> FieldsCard::blocks() const {
  std::vector<Block> blocks;
  if (!m_asked) return blocks;
  const QString once = tr("Sent once for many people: the same for everybody.");
  if (!m_asked->bodyKeys.isEmpty() || m_asked->takesExtraPairs) {
    blocks.push_back({QStringLiteral("body"), &Fields::body, m_asked->bodyKeys, true, tr("Message values"), {}});
  }
  if (!m_asked->headerKeys.isEmpty()) {
    const bool personal = m_asked->headersPersonal;
    blocks.push_back({QStringLiteral("header"), &Fields::headers, m_asked->headerKeys, personal, tr("Headers"),
                      personal ? QString() : once});
  }
  if (!m_asked->globalKeys.isEmpty()) {
    blocks.push_back(
        {QStringLiteral("global"), &Fields::globals, m_asked->globalKeys, false, tr("Global values"), once});
  }
  return blocks;
}

void FieldsCard::change(const QString& place, const QString& words, const std::function<void(Fields&)>& act) {
  // What another provider asked for stays in the campaign, for when it is chosen again.
  Fields fields = m_document.fieldsOf(m_document.shownCopy());
  act(fields);
  m_document.setFields(fields, place, words);
}

void FieldsCard::build() {
  QWidget* focus = focusWidget();
  const QString focused = focus && focus->hasFocus() ? focus->objectName() : QString();
  const bool inside = focus && m_contents && m_contents->isAncestorOf(focus);
  m_values.clear();
  m_lines.clear();
  m_reads.clear();
  m_order.clear();
  if (m_contents) {
    // One of its buttons may be what asked for this.
    m_contents->hide();
    m_contents->setParent(nullptr);
    m_contents->deleteLater();
  }
  m_contents = new QWidget;
  auto* column = new QVBoxLayout(m_contents);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  body()->addWidget(m_contents);
  if (m_asked->templateVariables) buildVariables();
  for (const Block& block : blocks()) buildBlock(block);
  m_contents->setVisible(column->count() > 0);
  QWidget* behind = nextControl(this);
  for (QWidget* control : m_order) tabBefore(behind, {control});
  applyTheme();
  // What is made anew must not take the focus away.
  if (!inside || focused.isEmpty()) return;
  auto* again = m_contents->findChild<QWidget*>(focused);
  // A removed pair leaves it to what adds another.
  if (!again) again = m_contents->findChild<QWidget*>(QStringLiteral("fields.add.") + focused.section(u'.', 2, 2));
  if (again) again->setFocus();
}

void FieldsCard::buildVariables() {
  auto* column = qobject_cast<QVBoxLayout*>(m_contents->layout());
  column->addWidget(new Label(tr("Template variables"), TypeRole::Label));
  if (m_shape.sentence.isEmpty()) {
    buildVariableRows();
  } else if (m_shape.variables == 0) {
    column->addWidget(fieldsHint(tr("The approved text has no places for values.")));
  } else {
    buildSentence();
  }
}

/// The approved text with a field in each of its places.
void FieldsCard::buildSentence() {
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
    const auto at = static_cast<std::size_t>(number++);
    QWidget* field =
        makeValueField(QStringLiteral("variable.%1").arg(number), tr("Variable %1").arg(number),
                       tr("change of variable %1").arg(number), {}, [at](Fields& fields, const QByteArray& value) {
                         if (fields.variables.size() <= at) fields.variables.resize(at + 1);
                         fields.variables[at] = value;
                       });
    m_reads.insert(QStringLiteral("variable.%1").arg(number), [at](const Fields& fields) {
      return at < fields.variables.size() ? fields.variables[at] : QByteArray();
    });
    field->setFixedWidth(kVariableWidth);
    flow->addWidget(field);
  }
  m_contents->layout()->addWidget(sentence);
}

/// While the approved text isn't known: one after the other.
void FieldsCard::buildVariableRows() {
  auto* column = qobject_cast<QVBoxLayout*>(m_contents->layout());
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(size::Small);
  grid->setVerticalSpacing(size::Tiny);
  grid->setColumnStretch(1, 1);
  for (int row = 0; row < m_shape.variables; ++row) {
    const auto at = static_cast<std::size_t>(row);
    const QString place = QStringLiteral("variable.%1").arg(row + 1);
    QWidget* field = makeValueField(place, tr("Variable %1").arg(row + 1), tr("change of variable %1").arg(row + 1), {},
                                    [at](Fields& fields, const QByteArray& value) {
                                      if (at < fields.variables.size()) fields.variables[at] = value;
                                    });
    m_reads.insert(place, [at](const Fields& fields) {
      return at < fields.variables.size() ? fields.variables[at] : QByteArray();
    });
    auto* remove = new IconButton(Icon::Close, tr("Remove variable %1").arg(row + 1));
    remove->setObjectName(QStringLiteral("fields.remove.") + place);
    connect(remove, &IconButton::clicked, this, [this, at, place] {
      m_document.endStep();
      change(place, tr("removal of a variable"), [&](Fields& fields) {
        if (at < fields.variables.size()) fields.variables.erase(fields.variables.begin() + static_cast<int>(at));
      });
    });
    grid->addWidget(makeFieldLabel(tr("Variable %1").arg(row + 1), m_values.value(place)->editor()), row, 0);
    grid->addWidget(field, row, 1);
    grid->addWidget(remove, row, 2);
    m_order.push_back(remove);
  }
  column->addLayout(grid);
  if (m_shape.variables >= kMostVariables) return;
  auto* add = new LinkButton(tr("Add a variable"));
  add->setObjectName(QStringLiteral("fields.add.variable"));
  connect(add, &LinkButton::clicked, this, [this] {
    const QString place = QStringLiteral("variable.%1").arg(m_shape.variables + 1);
    m_document.endStep();
    change(place, tr("addition of a variable"), [](Fields& fields) { fields.variables.emplace_back(); });
    focusField(place);
  });
  column->addWidget(add, 0, Qt::AlignLeading);
  m_order.push_back(add);
}

void FieldsCard::buildBlock(const Block& block) {
  auto* column = qobject_cast<QVBoxLayout*>(m_contents->layout());
  column->addWidget(new Label(block.title, TypeRole::Label));
  if (!block.hint.isEmpty()) column->addWidget(fieldsHint(block.hint));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(size::Small);
  grid->setVerticalSpacing(size::Tiny);
  grid->setColumnStretch(1, 1);
  const Fields fields = shown();
  std::size_t own = 0;
  int row = 0;
  for (const KeyValue& pair : fields.*block.member) {
    buildPair(block, *grid, row++, pair, own);
    if (pair.own) ++own;
  }
  column->addLayout(grid);
  if (!m_asked->takesExtraPairs) return;
  auto* add = new LinkButton(tr("Add a pair"));
  add->setObjectName(QStringLiteral("fields.add.") + block.place);
  add->setAccessibleName(tr("Add a pair: %1").arg(block.title));
  add->setToolTip(tr("A value of this campaign only, beside those that the provider asks for"));
  connect(add, &LinkButton::clicked, this, [this, block, own] {
    m_document.endStep();
    change(block.place, tr("addition of a pair"), [&](Fields& changed) {
      (changed.*block.member).push_back({{}, {}, true});
    });
    if (QLineEdit* name = m_lines.value(QStringLiteral("%1.own.%2.name").arg(block.place).arg(own))) name->setFocus();
  });
  column->addWidget(add, 0, Qt::AlignLeading);
  m_order.push_back(add);
}

void FieldsCard::buildPair(const Block& block, QGridLayout& grid, int row, const KeyValue& pair, std::size_t number) {
  const auto member = block.member;
  const KeyValue which{pair.name, {}, pair.own};
  const QString place = pair.own ? QStringLiteral("%1.own.%2").arg(block.place).arg(number)
                                 : QStringLiteral("%1.%2").arg(block.place, pair.name);
  const QString words = pair.own ? tr("change of an own value") : tr("change of “%1”").arg(pair.name);
  const QString name = pair.own ? tr("Value of the pair") : pair.name;
  const auto write = [member, which, number](Fields& fields, const QByteArray& value) {
    auto& pairs = fields.*member;
    const std::size_t at = indexOfPair(pairs, which, number);
    if (at == pairs.size() && which.own) return;
    if (at == pairs.size()) pairs.push_back(which);
    pairs[at].value = value;
  };
  m_reads.insert(place, [member, which, number](const Fields& fields) {
    const auto& pairs = fields.*member;
    const std::size_t at = indexOfPair(pairs, which, number);
    return at < pairs.size() ? pairs[at].value : QByteArray();
  });
  if (pair.own) {
    const QString namePlace = place + QStringLiteral(".name");
    auto* nameField =
        makePlainField(namePlace, tr("Name of the pair"), tr("change of a pair's name"), pair.name.toUtf8(),
                       [member, which, number](Fields& fields, const QByteArray& typed) {
                         auto& pairs = fields.*member;
                         const std::size_t at = indexOfPair(pairs, which, number);
                         if (at < pairs.size()) pairs[at].name = QString::fromUtf8(typed);
                       });
    m_reads.insert(namePlace, [member, which, number](const Fields& fields) {
      const auto& pairs = fields.*member;
      const std::size_t at = indexOfPair(pairs, which, number);
      return at < pairs.size() ? pairs[at].name.toUtf8() : QByteArray();
    });
    nameField->setPlaceholderText(tr("Name"));
    nameField->setFixedWidth(kPairNameWidth);
    grid.addWidget(nameField, row, 0);
  }
  QWidget* value = block.personal ? makeValueField(place, name, words, pair.value, write)
                                  : makePlainField(place, name, words, pair.value, write);
  grid.addWidget(value, row, 1);
  if (!pair.own) {
    QWidget* buddy = block.personal ? static_cast<QWidget*>(m_values.value(place)->editor()) : value;
    auto* label = makeFieldLabel(pair.name, buddy);
    label->setTextFormat(Qt::PlainText);
    label->setFixedWidth(kPairNameWidth);
    grid.addWidget(label, row, 0);
    return;
  }
  auto* remove = new IconButton(Icon::Close, tr("Remove the pair"));
  remove->setObjectName(QStringLiteral("fields.remove.") + place);
  connect(remove, &IconButton::clicked, this, [this, member, which, number, where = block.place] {
    m_document.endStep();
    change(where, tr("removal of a pair"), [&](Fields& fields) {
      auto& pairs = fields.*member;
      const std::size_t at = indexOfPair(pairs, which, number);
      if (at < pairs.size()) pairs.erase(pairs.begin() + static_cast<int>(at));
    });
  });
  grid.addWidget(remove, row, 2);
  m_order.push_back(remove);
}

QWidget* FieldsCard::makeValueField(const QString& place, const QString& name, const QString& words,
                                    const QByteArray& value, std::function<void(Fields&, const QByteArray&)> write) {
  auto* field = new editors::TokenField;
  field->setObjectName(QStringLiteral("fields.") + place);
  field->editor()->setObjectName(QStringLiteral("fields.%1.text").arg(place));
  field->setName(name);
  field->setPlaceholderText(tr("Value, @ to personalise"));
  field->setProperties(m_properties);
  field->setValue(value);
  connect(field, &editors::TokenField::valueEdited, this, [this, place, words, write](const QByteArray& typed) {
    change(place, words, [&](Fields& fields) { write(fields, typed); });
  });
  m_values.insert(place, field);
  m_order.push_back(field->editor());
  return field;
}

QLineEdit* FieldsCard::makePlainField(const QString& place, const QString& name, const QString& words,
                                      const QByteArray& value, std::function<void(Fields&, const QByteArray&)> write) {
  auto* field = new QLineEdit(QString::fromUtf8(value));
  field->setObjectName(QStringLiteral("fields.") + place);
  field->setAccessibleName(name);
  field->setPlaceholderText(tr("Value"));
  connect(field, &QLineEdit::textEdited, this, [this, place, words, write](const QString& typed) {
    change(place, words, [&](Fields& fields) { write(fields, typed.toUtf8()); });
  });
  m_lines.insert(place, field);
  m_order.push_back(field);
  return field;
}

void FieldsCard::showValues() {
  const Fields fields = m_document.fieldsOf(m_document.shownCopy());
  if (m_id->text() != fields.templateId) m_id->setText(fields.templateId);
  if (m_approved->toPlainText() != fields.approvedText) {
    const QSignalBlocker quiet(m_approved);
    m_approved->setPlainText(fields.approvedText);
    m_approved->moveCursor(QTextCursor::End);
  }
  for (auto it = m_values.begin(); it != m_values.end(); ++it) it.value()->setValue(m_reads.value(it.key())(fields));
  for (auto it = m_lines.begin(); it != m_lines.end(); ++it) {
    const QString value = QString::fromUtf8(m_reads.value(it.key())(fields));
    if (it.value()->text() != value) it.value()->setText(value);
  }
}

/// Own pairs are called by their names in issues, which here change as they are typed.
QString FieldsCard::issuePlace(const QString& place) const {
  const QString block = place.section(u'.', 0, 0);
  const QString mark = block + QStringLiteral(".own.");
  if (!place.startsWith(mark)) return place;
  const QLineEdit* name = m_lines.value(place + QStringLiteral(".name"));
  return name ? block + u'.' + name->text() : place;
}

void FieldsCard::showProblems(const std::vector<campaign::Issue>& issues) {
  const int copy = m_document.shownCopy();
  for (auto it = m_values.begin(); it != m_values.end(); ++it) {
    std::vector<editors::EditorProblem> problems;
    for (const campaign::Issue& issue : issues) {
      if (issue.offset < 0 || issue.field != campaign::fieldsPlace(issuePlace(it.key()), copy)) continue;
      problems.push_back(
          {issue.offset, issue.offset + issue.length, issue.text, issue.severity == campaign::Severity::Block});
    }
    it.value()->setProblems(std::move(problems));
  }
}

void FieldsCard::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_properties = properties;
  for (editors::TokenField* field : std::as_const(m_values)) field->setProperties(properties);
}

bool FieldsCard::focusField(const QString& field, int offset) {
  Q_UNUSED(offset)
  if (isHidden()) return false;
  // "body.uid" of a further copy is "body.uid:1"; a name may have a colon of its own.
  QString place = field;
  const qsizetype colon = field.lastIndexOf(QLatin1Char(':'));
  bool isCopy = false;
  const int copy = colon < 0 ? 0 : field.mid(colon + 1).toInt(&isCopy);
  if (isCopy && copy < campaign::copyCount(m_document.campaign().variants)) {
    m_document.showCopy(copy);
    place = field.left(colon);
  }
  if (auto* value = m_values.value(place)) {
    value->editor()->setFocus();
    return true;
  }
  if (auto* line = m_lines.value(place)) {
    line->setFocus();
    return true;
  }
  for (auto it = m_lines.begin(); it != m_lines.end(); ++it) {
    const QString own = it.key().chopped(it.key().endsWith(QLatin1String(".name")) ? 5 : 0);
    if (own == it.key() || issuePlace(own) != place) continue;
    it.value()->setFocus();
    return true;
  }
  const bool hasTemplate = !m_template->isHidden();
  if (place == QLatin1String("approved_text") && hasTemplate) {
    m_approved->setFocus();
    return true;
  }
  const QStringList blockNames{QStringLiteral("body"), QStringLiteral("header"), QStringLiteral("global")};
  const QString blockName = place.section(QLatin1Char('.'), 0, 0);
  const bool ours = place == QLatin1String("template_id") || place == QLatin1String("provider_fields") ||
                    blockName == QLatin1String("variable") || blockNames.contains(blockName);
  if (!ours) return false;
  if (hasTemplate) {
    m_id->setFocus();
  } else if (QWidget* first = nextControl(m_template)) {
    first->setFocus();
  }
  return true;
}

void FieldsCard::applyTheme() {
  const editors::EditorTheme look = editorLook(Tokens::of(this));
  for (editors::TokenField* field : std::as_const(m_values)) field->setTheme(look);
}

void FieldsCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyTheme();
  Card::changeEvent(event);
}

}  // namespace heliograph::ui
