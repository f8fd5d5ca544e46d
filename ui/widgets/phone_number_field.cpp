// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phone_number_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/country.h"
#include "phone/typed_number.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kCountryWidth = 168;

/// Where the caret stands once `digits` digits and pluses are left of it.
int placeBehind(const QString& text, int digits) {
  int place = 0;
  for (; place < text.size() && digits > 0; ++place) {
    if (text.at(place).isDigit() || text.at(place) == QLatin1Char('+')) --digits;
  }
  return place;
}

int digitsBefore(const QString& text, int place) {
  return static_cast<int>(std::count_if(text.begin(), text.begin() + std::min<qsizetype>(place, text.size()),
                                        [](QChar sign) { return sign.isDigit() || sign == QLatin1Char('+'); }));
}

}  // namespace

PhoneNumberField::PhoneNumberField(const QString& region, QWidget* parent)
    : QWidget(parent),
      m_country(new QComboBox),
      m_line(new QLineEdit),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)) {
  fillCountries();
  m_country->setAccessibleName(tr("Country of the number"));
  m_country->setFixedWidth(kCountryWidth);
  m_line->setAccessibleName(tr("Number"));
  m_line->setInputMethodHints(Qt::ImhDialableCharactersOnly);
  m_line->setLayoutDirection(Qt::LeftToRight);
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_country);
  row->addWidget(m_line, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addLayout(row);
  column->addWidget(m_problem);
  setFocusProxy(m_line);
  connect(m_line, &QLineEdit::textEdited, this, &PhoneNumberField::format);
  connect(m_line, &QLineEdit::textChanged, this, &PhoneNumberField::check);
  connect(m_line, &QLineEdit::returnPressed, this, &PhoneNumberField::entered);
  connect(m_line, &QLineEdit::editingFinished, this, &PhoneNumberField::check);
  connect(m_country, &QComboBox::activated, this, &PhoneNumberField::chooseCountry);
  setRegion(region.isEmpty() ? QLocale::territoryToCode(QLocale().territory()) : region);
}

void PhoneNumberField::fillCountries() {
  std::vector<std::pair<QString, QString>> countries;
  for (const QString& region : phone::knownRegions()) {
    countries.emplace_back(tr("%1 +%2").arg(phone::countryName(region), phone::callingCode(region)), region);
  }
  std::sort(countries.begin(), countries.end(),
            [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
  for (const auto& [name, region] : countries) m_country->addItem(name, region);
}

phone::ParsedPhone PhoneNumberField::number() const {
  return phone::parsePhone(QStringView(m_line->text()), region());
}

bool PhoneNumberField::isEmpty() const {
  return m_line->text().trimmed().isEmpty();
}

QString PhoneNumberField::region() const {
  return m_country->currentData().toString();
}

void PhoneNumberField::setRegion(const QString& region) {
  const int row = m_country->findData(region);
  m_country->setCurrentIndex(row < 0 ? m_country->findData(QStringLiteral("IN")) : row);
  m_country->setToolTip(m_country->currentText());
  m_line->setPlaceholderText(tr("Such as %1").arg(phone::exampleNumber(this->region())));
}

void PhoneNumberField::setNumber(const QString& number) {
  const QString region = phone::typedRegion(number);
  if (!region.isEmpty()) setRegion(region);
  m_line->setText(phone::typedNumber(number, this->region()));
}

void PhoneNumberField::format(const QString& typed) {
  const QString of = phone::typedRegion(typed);
  if (!of.isEmpty() && of != region() &&
      !(phone::callingCode(of) == phone::callingCode(region()) && !number().number)) {
    setRegion(of);
  }
  const QString written = phone::typedNumber(typed, region());
  // What isn't a number at all is left alone, and said to be none.
  if (written.isEmpty() || written == typed) return;
  const int digits = digitsBefore(typed, m_line->cursorPosition());
  m_line->setText(written);
  m_line->setCursorPosition(placeBehind(written, digits));
}

void PhoneNumberField::chooseCountry() {
  const QString typed = m_line->text();
  setRegion(region());
  if (typed.startsWith(QLatin1Char('+'))) {
    const QString before = phone::callingCode(phone::typedRegion(typed));
    QString digits;
    for (const QChar sign : typed) {
      if (sign.isDigit()) digits.append(sign);
    }
    if (!before.isEmpty() && digits.startsWith(before)) digits.remove(0, before.size());
    m_line->setText(phone::typedNumber(QLatin1Char('+') + phone::callingCode(region()) + digits, region()));
  } else {
    m_line->setText(phone::typedNumber(typed, region()));
  }
  check();
}

void PhoneNumberField::check() {
  const phone::ParsedPhone parsed = number();
  // Half a number is no mistake while it is being typed.
  const bool wrong = !isEmpty() && !phone::isSendable(parsed.state) && !m_line->hasFocus();
  m_problem->setText(wrong ? parsed.reason : QString());
  m_problem->setVisible(wrong);
  Q_EMIT changed();
}

}  // namespace heliograph::ui
