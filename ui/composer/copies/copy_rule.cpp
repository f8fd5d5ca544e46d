// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/copies/copy_rule.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "audience/property_values.h"
#include "editors/property_choice.h"
#include "ui/campaign_document.h"
#include "ui/composer/copies/copy_edits.h"
#include "ui/composer/words/copy_words.h"
#include "ui/layout/flow_layout.h"
#include "ui/theme/tokens.h"
#include "ui/who/values_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using campaign::Variants;
using campaign::WinnerRule;

namespace {

enum TestUnit { Percent, People };

constexpr int kMostTestPeople = 1'000'000;
constexpr int kValueFieldWidth = 180;
constexpr std::array<int, 9> kWaits{15, 30, 60, 120, 240, 480, 1440, 2880, 10080};  // minutes

/// A line of its own for the controls of one kind; it goes on below where the window is narrow.
FlowLayout* lineIn(QWidget* widget) {
  auto* line = new FlowLayout(size::Small);
  widget->setLayout(line);
  return line;
}

/// A word between controls, in the middle of their height.
Label* wordBetween(const QString& text) {
  auto* word = new Label(text);
  word->setFixedHeight(size::Control);
  return word;
}

}  // namespace

CopyRule::CopyRule(Services& services, CampaignDocument& document, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_document(document),
      m_test(new QWidget),
      m_testSize(new QSpinBox),
      m_testUnit(new QComboBox),
      m_winnerBy(new QComboBox),
      m_wait(new QComboBox),
      m_tie(new QComboBox),
      m_winnerNote(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_shares(new QWidget),
      m_firstShare(new Label({})),
      m_property(new QWidget),
      m_propertyName(new QComboBox),
      m_newValue(new ValuesField),
      m_addValue(new Button(tr("Add"))),
      m_valueRow(new QWidget),
      m_value(new ValuesField),
      m_words(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("what.copyRule"));
  makeTest();
  m_firstShare->setFixedHeight(size::Control);
  lineIn(m_shares)->addWidget(m_firstShare);
  makeProperty();
  makeValue();
  m_words->setObjectName(QStringLiteral("what.copyWords"));
  m_words->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_test, m_winnerNote, m_shares, m_property, m_valueRow, m_words}) {
    column->addWidget(part);
  }
  connect(&m_document, &CampaignDocument::copyShown, this, &CopyRule::load);
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    if (event.field == CampaignField::Goal) load();
  });
}

void CopyRule::makeTest() {
  m_testSize->setObjectName(QStringLiteral("what.testSize"));
  m_testSize->setAccessibleName(tr("Size of the test"));
  m_testSize->setGroupSeparatorShown(true);
  m_testSize->setFixedHeight(size::Control);
  m_testUnit->setObjectName(QStringLiteral("what.testUnit"));
  m_testUnit->setAccessibleName(tr("What the size of the test counts"));
  m_testUnit->addItem(tr("% of the people"), Percent);
  m_testUnit->addItem(tr("people"), People);
  m_wait->setObjectName(QStringLiteral("what.testWait"));
  m_wait->setAccessibleName(tr("Time until the winner is chosen"));
  makeWinner();
  auto* row = lineIn(m_test);
  row->addWidget(wordBetween(tr("Test with")));
  row->addWidget(m_testSize);
  row->addWidget(m_testUnit);
  m_askWords = wordBetween(tr("and ask me for the winner after"));
  row->addWidget(m_askWords);
  row->addWidget(m_winnerBy);
  row->addWidget(m_wait);
  row->addWidget(m_tie);
  connect(m_testSize, &QSpinBox::valueChanged, this, &CopyRule::takeTestSize);
  connect(m_testUnit, &QComboBox::activated, this, [this] {
    const bool people = m_testUnit->currentData().toInt() == People;
    change([people](Variants& variants) { variants.testPeople = people ? 1000 : 0; });
    load();
  });
  connect(m_wait, &QComboBox::activated, this, [this] {
    const int minutes = m_wait->currentData().toInt();
    change([minutes](Variants& variants) { variants.winner.waitMinutes = minutes; });
  });
}

void CopyRule::makeWinner() {
  m_winnerBy->setObjectName(QStringLiteral("what.winnerBy"));
  m_winnerBy->setAccessibleName(tr("Who chooses the winner"));
  m_tie->setObjectName(QStringLiteral("what.winnerTie"));
  m_tie->setAccessibleName(tr("If copies are equal"));
  m_tie->addItem(tr("if equal, take the first"), static_cast<int>(WinnerRule::Tie::First));
  m_tie->addItem(tr("if equal, ask me"), static_cast<int>(WinnerRule::Tie::Ask));
  m_winnerNote->setObjectName(QStringLiteral("what.winnerNote"));
  m_winnerNote->setWordWrap(true);
  connect(m_winnerBy, &QComboBox::activated, this, [this] {
    const auto by = static_cast<WinnerRule::By>(m_winnerBy->currentData().toInt());
    change([by](Variants& variants) { variants.winner.by = by; });
    load();
  });
  connect(m_tie, &QComboBox::activated, this, [this] {
    const auto tie = static_cast<WinnerRule::Tie>(m_tie->currentData().toInt());
    change([tie](Variants& variants) { variants.winner.tie = tie; });
  });
}

void CopyRule::makeProperty() {
  m_propertyName->setObjectName(QStringLiteral("what.copyProperty"));
  m_propertyName->setAccessibleName(tr("Property that decides who gets which copy"));
  m_propertyName->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_newValue->setObjectName(QStringLiteral("what.newValue"));
  m_newValue->setAccessibleName(tr("Value that gets a copy of its own"));
  m_newValue->setPlaceholderText(tr("A value with its own copy"));
  m_newValue->setMinimumWidth(kValueFieldWidth);
  m_addValue->setObjectName(QStringLiteral("what.addValue"));
  auto* row = lineIn(m_property);
  row->addWidget(wordBetween(tr("By")));
  row->addWidget(m_propertyName);
  row->addWidget(m_newValue);
  row->addWidget(m_addValue);
  connect(m_propertyName, &QComboBox::activated, this, [this] {
    const QString property = m_propertyName->currentData().toString();
    change([property](Variants& variants) { variants.property = property; });
    load();
  });
  connect(m_newValue, &QLineEdit::returnPressed, this, &CopyRule::addValue);
  connect(m_addValue, &Button::clicked, this, &CopyRule::addValue);
}

void CopyRule::makeValue() {
  m_value->setObjectName(QStringLiteral("what.copyValue"));
  m_value->setAccessibleName(tr("Value whose people get this copy"));
  m_value->setMinimumWidth(kValueFieldWidth);
  auto* row = lineIn(m_valueRow);
  row->addWidget(wordBetween(tr("This copy is for the value")));
  row->addWidget(m_value);
  connect(m_value, &ValuesField::edited, this, &CopyRule::renameValue);
}

void CopyRule::change(const std::function<void(Variants&)>& edit) {
  Variants variants = m_document.campaign().variants;
  edit(variants);
  m_document.setVariants(variants);
}

void CopyRule::load() {
  const Variants& variants = m_document.campaign().variants;
  using Kind = Variants::Kind;
  setVisible(variants.kind != Kind::Single);
  m_test->setVisible(variants.kind == Kind::AbTest);
  m_shares->setVisible(variants.kind == Kind::Split);
  m_property->setVisible(variants.kind == Kind::ByProperty);
  m_winnerNote->hide();
  m_valueRow->setVisible(variants.kind == Kind::ByProperty && m_document.shownCopy() > 0);
  if (variants.kind == Kind::AbTest) loadTest();
  if (variants.kind == Kind::Split) loadShares();
  if (variants.kind == Kind::ByProperty) loadProperty();
}

void CopyRule::loadTest() {
  const Variants& variants = m_document.campaign().variants;
  const QSignalBlocker quietSize(m_testSize);
  const bool people = variants.testPeople > 0;
  m_testUnit->setCurrentIndex(people ? People : Percent);
  m_testSize->setRange(1, people ? kMostTestPeople : 100);
  m_testSize->setValue(people ? variants.testPeople : variants.testPercent);
  m_wait->clear();
  const int wait = variants.winner.waitMinutes;
  std::vector<int> waits(kWaits.begin(), kWaits.end());
  if (std::find(waits.begin(), waits.end(), wait) == waits.end()) waits.push_back(wait);
  for (const int minutes : waits) m_wait->addItem(waitWords(minutes), minutes);
  m_wait->setCurrentIndex(m_wait->findData(wait));
  loadWinner();
}

void CopyRule::setTellsClicks(bool tellsClicks) {
  if (m_tellsClicks == tellsClicks) return;
  m_tellsClicks = tellsClicks;
  load();
}

/// Clicks and conversions are offered only where something counts them.
void CopyRule::loadWinner() {
  const campaign::Campaign& campaign = m_document.campaign();
  const bool hasGoal = campaign.goal.has_value();
  const WinnerRule& wanted = campaign.variants.winner;
  WinnerRule rule = wanted;
  const bool counted = wanted.by == WinnerRule::By::Clicks ? m_tellsClicks : hasGoal;
  if (!counted) rule.by = WinnerRule::By::Hand;
  m_winnerBy->clear();
  m_winnerBy->addItem(tr("and ask me for the winner after"), static_cast<int>(WinnerRule::By::Hand));
  if (m_tellsClicks) {
    m_winnerBy->addItem(tr("and let clicks choose the winner after"), static_cast<int>(WinnerRule::By::Clicks));
  }
  if (hasGoal) {
    m_winnerBy->addItem(tr("and let conversions choose the winner after"),
                        static_cast<int>(WinnerRule::By::Conversions));
  }
  m_winnerBy->setVisible(m_winnerBy->count() > 1);
  m_askWords->setVisible(m_winnerBy->count() == 1);
  m_winnerBy->setCurrentIndex(m_winnerBy->findData(static_cast<int>(rule.by)));
  m_tie->setVisible(rule.by != WinnerRule::By::Hand);
  m_tie->setCurrentIndex(m_tie->findData(static_cast<int>(rule.tie)));
  QString note;
  if (wanted.by == WinnerRule::By::Clicks && !m_tellsClicks) {
    note =
        tr("The campaign asks for clicks to choose the winner. What it is sent through doesn't tell of them, so you "
           "are asked.");
  } else if (!hasGoal) {
    note = tr("With a goal, set under Start, conversions can choose the winner.");
  }
  m_winnerNote->setText(note);
  m_winnerNote->setVisible(!note.isEmpty());
}

void CopyRule::takeTestSize() {
  const int value = m_testSize->value();
  const bool people = m_testUnit->currentData().toInt() == People;
  change([=](Variants& variants) { (people ? variants.testPeople : variants.testPercent) = value; });
}

void CopyRule::loadShares() {
  const Variants& variants = m_document.campaign().variants;
  auto* row = static_cast<FlowLayout*>(m_shares->layout());
  while (m_shareBoxes.size() > variants.others.size()) {
    delete m_shareBoxes.back();
    m_shareBoxes.pop_back();
  }
  while (m_shareBoxes.size() < variants.others.size()) {
    const int copy = static_cast<int>(m_shareBoxes.size()) + 1;
    auto* share = new QSpinBox;
    share->setObjectName(QStringLiteral("what.share%1").arg(copy));
    share->setPrefix(tr("%1: ").arg(campaign::copyName(variants, copy)));
    share->setSuffix(tr(" %"));
    share->setFixedHeight(size::Control);
    share->setAccessibleName(tr("Share of copy %1").arg(campaign::copyName(variants, copy)));
    connect(share, &QSpinBox::valueChanged, this, [this, copy](int percent) {
      m_document.setVariants(withShare(m_document.campaign().variants, copy, percent));
      loadShares();
    });
    row->insertWidget(copy, share);
    m_shareBoxes.push_back(share);
  }
  const std::vector<int> shares = campaign::sharesOf(variants);
  m_firstShare->setText(tr("A gets the other %1 %").arg(shares.front()));
  for (std::size_t i = 0; i < m_shareBoxes.size(); ++i) {
    const QSignalBlocker quiet(m_shareBoxes[i]);
    m_shareBoxes[i]->setRange(1, std::max(1, shares.front() + shares[i + 1] - 1));
    m_shareBoxes[i]->setValue(shares[i + 1]);
  }
}

void CopyRule::loadProperty() {
  const Variants& variants = m_document.campaign().variants;
  m_propertyName->clear();
  if (variants.property.isEmpty()) m_propertyName->addItem(tr("Choose a property"), QString());
  for (const QString& property : m_properties) {
    m_propertyName->addItem(editors::propertyLabel(property), property);
  }
  if (m_propertyName->findData(variants.property) < 0) {
    m_propertyName->addItem(tr("%1 (unknown)").arg(variants.property), variants.property);
  }
  m_propertyName->setCurrentIndex(m_propertyName->findData(variants.property));
  const bool room = mayAddCopy(variants) && !variants.property.isEmpty();
  m_newValue->setVisible(room);
  m_addValue->setVisible(room);
  const int copy = m_document.shownCopy();
  if (copy > 0) {
    const QString value = variants.others[static_cast<std::size_t>(copy) - 1].value;
    if (m_value->values() != QStringList{value})
      m_value->setValues(value.isEmpty() ? QStringList{} : QStringList{value});
  }
  lookUpValues();
}

void CopyRule::lookUpValues() {
  const QString property = m_document.campaign().variants.property;
  if (property.isEmpty() || property == m_valuesOf) return;
  m_valuesOf = property;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, &columns = m_services.columns, property] {
        return audience::PropertyValues(database, clock, &columns)
            .of(property)
            .value_or(std::vector<audience::CommonValue>{});
      })
      .then(this, [this, property](const std::vector<audience::CommonValue>& values) {
        if (property != m_valuesOf) return;
        m_newValue->offer(values);
        m_value->offer(values);
      });
}

void CopyRule::addValue() {
  const QString value = m_newValue->text().trimmed();
  if (value.isEmpty()) return m_newValue->setFocus();
  m_newValue->clear();
  m_document.endStep();
  m_document.setVariants(withCopy(m_document.campaign().variants, {}, value, m_document.fieldsOf(0)));
  m_document.showCopy(campaign::copyCount(m_document.campaign().variants) - 1);
}

void CopyRule::renameValue() {
  const int copy = m_document.shownCopy();
  const QString value = m_value->text().trimmed();
  if (copy == 0) return;
  change([=](Variants& variants) { variants.others[static_cast<std::size_t>(copy) - 1].value = value; });
}

void CopyRule::showPeople(const delivery::CheckReport& report) {
  campaign::Campaign sent = m_document.campaign();
  sent.asked.emplace().tellsClicks = m_tellsClicks;
  m_words->setText(whoGetsWhatWords(campaign::variantsInForce(sent), report));
}

void CopyRule::setProperties(const QStringList& properties) {
  QStringList usable = properties;
  usable.removeAll(QStringLiteral("identity"));
  usable.removeAll(QStringLiteral("phone"));
  if (usable == m_properties) return;
  m_properties = usable;
  load();
}

void CopyRule::focusNewValue() {
  m_newValue->isVisibleTo(this) ? m_newValue->setFocus() : m_propertyName->setFocus();
}

void CopyRule::focusFirst() {
  switch (m_document.campaign().variants.kind) {
    case Variants::Kind::AbTest:
      return m_testSize->setFocus();
    case Variants::Kind::Split:
      if (!m_shareBoxes.empty()) m_shareBoxes.front()->setFocus();
      return;
    case Variants::Kind::ByProperty:
      return m_propertyName->setFocus();
    case Variants::Kind::Single:
      return;
  }
}

}  // namespace heliograph::ui
