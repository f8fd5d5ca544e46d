// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/big_number.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <optional>

#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace heliograph::ui {

/// The number itself, with figures of one width.
class BigNumber::Figure final : public QWidget {
 public:
  explicit Figure(TypeRole role) : m_role(role) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

  void setValue(std::optional<qint64> value) {
    m_value = value;
    updateGeometry();
    update();
  }
  void setStale(bool stale) {
    m_stale = stale;
    update();
  }
  [[nodiscard]] QString text() const { return m_value ? locale().toString(*m_value) : QStringLiteral("–"); }
  [[nodiscard]] QSize sizeHint() const override {
    return {tabularWidth(typeFont(m_role), text()) + 2, typeLine(m_role)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    painter.setFont(typeFont(m_role));
    painter.setPen(m_stale || !m_value ? tokens.text3 : tokens.text);
    drawTabular(&painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
  }

 private:
  TypeRole m_role;
  std::optional<qint64> m_value;
  bool m_stale = false;
};

BigNumber::BigNumber(const QString& label, bool large, QWidget* parent)
    : QWidget(parent),
      m_label(new Label(label, TypeRole::Hint, Ink::Text3)),
      m_figure(new Figure(large ? TypeRole::BigNumber : TypeRole::Figure)),
      m_note(new Label(QString(), TypeRole::Hint, Ink::Text2)),
      m_spinner(new Spinner) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_label);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_figure);
  row->addWidget(m_spinner);
  row->addStretch(1);
  column->addLayout(row);
  m_note->setWordWrap(true);
  column->addWidget(m_note);
  m_note->hide();
}

void BigNumber::setLabel(const QString& text) {
  m_label->setText(text);
  announce();
}

void BigNumber::setNumber(qint64 value) {
  m_figure->setValue(value);
  announce();
}

void BigNumber::clear() {
  m_figure->setValue(std::nullopt);
  announce();
}

void BigNumber::setNote(const QString& text) {
  m_note->setText(text);
  m_note->setVisible(!text.isEmpty());
}

void BigNumber::setCounting(bool counting) {
  m_spinner->setRunning(counting);
  m_figure->setStale(counting);
}

void BigNumber::announce() {
  setAccessibleName(m_label->text() + QLatin1Char(' ') + m_figure->text());
}

}  // namespace heliograph::ui
