// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/fields/pair_fields.h"

#include <QGridLayout>
#include <QLineEdit>
#include <algorithm>

#include "campaign/fields_in_force.h"
#include "ui/campaign_document.h"
#include "ui/composer/fields/field_sheet.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::KeyValue;
using campaign::ProviderFields;

namespace {

constexpr int kPairNameWidth = 160;

using Pairs = std::vector<KeyValue>;

Pairs::iterator askedPair(Pairs& pairs, const QString& name) {
  return std::find_if(pairs.begin(), pairs.end(), [&](const KeyValue& pair) { return !pair.own && pair.name == name; });
}

Pairs::iterator ownPair(Pairs& pairs, std::size_t number) {
  return std::find_if(pairs.begin(), pairs.end(), [&](const KeyValue& pair) { return pair.own && number-- == 0; });
}

QString ownPlace(const QString& block, std::size_t number) {
  return QStringLiteral("%1.own.%2").arg(block).arg(number);
}

}  // namespace

PairFields::PairFields(CampaignDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_sheet(new FieldSheet(document)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_sheet);
}

void PairFields::show(const providers::AskedFields& asked, const std::vector<campaign::Issue>& issues) {
  if (const Shape wanted = shapeOf(asked); wanted != m_shape || !m_sheet->isBuilt()) {
    m_shape = wanted;
    m_sheet->rebuild([this](QVBoxLayout& column) { build(column); });
    setVisible(!m_sheet->isHidden());
  }
  m_sheet->showValues();
  m_sheet->showProblems(issues);
}

PairFields::Shape PairFields::shapeOf(const providers::AskedFields& asked) const {
  Shape shape{asked, m_document.shownCopy(), {}};
  const ProviderFields fields = campaign::fieldsInForce(m_document.fieldsOf(shape.copy), asked);
  const auto addOwn = [&](const QString& block, const Pairs& pairs) {
    const auto count = std::count_if(pairs.begin(), pairs.end(), [](const KeyValue& pair) { return pair.own; });
    for (std::size_t number = 0; number < static_cast<std::size_t>(count); ++number)
      shape.own << ownPlace(block, number);
  };
  addOwn(QStringLiteral("body"), fields.body);
  addOwn(QStringLiteral("header"), fields.headers);
  addOwn(QStringLiteral("global"), fields.globals);
  return shape;
}

void PairFields::build(QVBoxLayout& column) {
  const providers::AskedFields& asked = m_shape.asked;
  // Own pairs of a block that nothing else is asked for in go along all the same.
  const auto isThere = [this](const QStringList& keys, const QString& block) {
    return !keys.isEmpty() || m_shape.own.contains(ownPlace(block, 0));
  };
  const QString once = tr("Sent once for many people: the same for everybody.");
  if (isThere(asked.bodyKeys, QStringLiteral("body"))) {
    buildBlock({QStringLiteral("body"), &Fields::body, asked.bodyKeys, true, tr("Message values"), {}}, column);
  }
  if (isThere(asked.headerKeys, QStringLiteral("header"))) {
    buildBlock({QStringLiteral("header"), &Fields::headers, asked.headerKeys, asked.headersPersonal, tr("Headers"),
                asked.headersPersonal ? QString() : once},
               column);
  }
  if (isThere(asked.globalKeys, QStringLiteral("global"))) {
    buildBlock({QStringLiteral("global"), &Fields::globals, asked.globalKeys, false, tr("Global values"), once},
               column);
  }
  // Nothing is asked for, and one may be given all the same.
  if (column.count() == 0 && asked.takesExtraPairs) {
    column.addWidget(makeFieldsHint(tr("This provider takes further values of a campaign. Most campaigns need none.")));
    buildAdd({QStringLiteral("body"), &Fields::body, {}, true, tr("Message values"), {}}, column, 0);
  }
}

void PairFields::buildBlock(const Block& block, QVBoxLayout& column) {
  column.addWidget(new Label(block.title, TypeRole::Label));
  if (!block.hint.isEmpty()) column.addWidget(makeFieldsHint(block.hint));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(size::Small);
  grid->setVerticalSpacing(size::Tiny);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const QString& name : block.keys) buildAsked(block, *grid, row++, name);
  const auto own = static_cast<std::size_t>(m_shape.own.filter(block.place + QStringLiteral(".own.")).size());
  for (std::size_t number = 0; number < own; ++number) buildOwn(block, *grid, row++, number);
  column.addLayout(grid);
  if (m_shape.asked.takesExtraPairs) buildAdd(block, column, own);
}

void PairFields::buildAsked(const Block& block, QGridLayout& grid, int row, const QString& name) {
  const auto member = block.member;
  const FieldSheet::Input input{block.place + QLatin1Char('.') + name, name, tr("change of “%1”").arg(name),
                                [member, name](const Fields& fields) {
                                  Pairs pairs = fields.*member;
                                  const auto pair = askedPair(pairs, name);
                                  return pair == pairs.end() ? QByteArray() : pair->value;
                                },
                                [member, name](Fields& fields, const QByteArray& value) {
                                  Pairs& pairs = fields.*member;
                                  auto pair = askedPair(pairs, name);
                                  if (pair == pairs.end()) pair = pairs.insert(pair, KeyValue{name, {}});
                                  pair->value = value;
                                }};
  QWidget* field = block.personal ? m_sheet->makeValueField(input) : m_sheet->makeLine(input);
  auto* label = makeFieldLabel(name, block.personal ? m_sheet->editorOf(input.place) : field);
  label->setTextFormat(Qt::PlainText);
  label->setFixedWidth(kPairNameWidth);
  grid.addWidget(label, row, 0);
  grid.addWidget(field, row, 1);
}

void PairFields::buildOwn(const Block& block, QGridLayout& grid, int row, std::size_t number) {
  const auto member = block.member;
  const QString place = ownPlace(block.place, number);
  const auto inputOf = [&](const QString& at, const QString& name, const QString& step, auto read, auto write) {
    return FieldSheet::Input{at, name, step,
                             [member, number, read](const Fields& fields) {
                               Pairs pairs = fields.*member;
                               const auto pair = ownPair(pairs, number);
                               return pair == pairs.end() ? QByteArray() : read(*pair);
                             },
                             [member, number, write](Fields& fields, const QByteArray& typed) {
                               Pairs& pairs = fields.*member;
                               if (const auto pair = ownPair(pairs, number); pair != pairs.end()) write(*pair, typed);
                             }};
  };
  QLineEdit* name = m_sheet->makeLine(inputOf(
      place + QStringLiteral(".name"), tr("Name of the pair"), tr("change of a pair's name"),
      [](const KeyValue& pair) { return pair.name.toUtf8(); },
      [](KeyValue& pair, const QByteArray& typed) { pair.name = QString::fromUtf8(typed); }));
  name->setPlaceholderText(tr("Name"));
  name->setFixedWidth(kPairNameWidth);
  const FieldSheet::Input value = inputOf(
      place, tr("Value of the pair"), tr("change of an own value"), [](const KeyValue& pair) { return pair.value; },
      [](KeyValue& pair, const QByteArray& typed) { pair.value = typed; });
  auto* remove = new IconButton(Icon::Close, tr("Remove the pair"));
  remove->setObjectName(QStringLiteral("fields.remove.") + place);
  connect(remove, &IconButton::clicked, this, [this, member, number, where = block.place] {
    m_document.endStep();
    m_sheet->change(where, tr("removal of a pair"), [&](Fields& fields) {
      Pairs& pairs = fields.*member;
      if (const auto pair = ownPair(pairs, number); pair != pairs.end()) pairs.erase(pair);
    });
  });
  grid.addWidget(name, row, 0);
  grid.addWidget(block.personal ? m_sheet->makeValueField(value) : m_sheet->makeLine(value), row, 1);
  grid.addWidget(remove, row, 2);
  m_sheet->addControl(remove);
}

void PairFields::buildAdd(const Block& block, QVBoxLayout& column, std::size_t number) {
  auto* add = new LinkButton(tr("Add a pair"));
  add->setObjectName(QStringLiteral("fields.add.") + block.place);
  add->setAccessibleName(tr("Add a pair: %1").arg(block.title));
  add->setToolTip(tr("A value of this campaign only, beside those that the provider asks for"));
  connect(add, &LinkButton::clicked, this, [this, member = block.member, where = block.place, number] {
    m_document.endStep();
    m_sheet->change(where, tr("addition of a pair"), [&](Fields& fields) {
      (fields.*member).push_back({{}, {}, true});
    });
    if (QLineEdit* name = m_sheet->lineOf(ownPlace(where, number) + QStringLiteral(".name"))) name->setFocus();
  });
  column.addWidget(add, 0, Qt::AlignLeading);
  m_sheet->addControl(add);
}

void PairFields::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_sheet->setProperties(properties);
}

bool PairFields::focusField(const QString& place) {
  if (isHidden()) return false;
  if (m_sheet->focusField(place)) return true;
  const QStringList blocks{QStringLiteral("body"), QStringLiteral("header"), QStringLiteral("global")};
  if (!blocks.contains(place.section(u'.', 0, 0))) return false;
  focusFirst();
  return true;
}

void PairFields::focusFirst() {
  for (QWidget* next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
    if (!isAncestorOf(next) || next->focusPolicy() == Qt::NoFocus) continue;
    return next->setFocus();
  }
}

}  // namespace heliograph::ui
