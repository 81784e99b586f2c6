<?xml version="1.0" encoding="UTF-8"?>
<!-- block.xsl: paragraphs, lists, quotations. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <!-- What stands straight in a chapter keeps to the text column; what stands in something else is
       already there. -->
  <xsl:variable name="column" select="'35mm'"/>

  <xsl:template name="indent">
    <xsl:if test="parent::f:chapter or parent::f:section or parent::f:appendix or parent::f:foreword
                  or parent::f:acknowledgements or parent::f:imprint or parent::f:criterion
                  or parent::f:abbreviations or parent::f:key-facts or (parent::f:recommendations and self::f:p)">
      <xsl:attribute name="start-indent"><xsl:value-of select="$column"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:p">
    <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="indent"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- The number of a paragraph, or its mark, hangs in the margin column. -->
  <xsl:template match="f:p[@r:number or @r:mark]">
    <fo:list-block xsl:use-attribute-sets="numbered" role="NonStruct">
      <fo:list-item role="P"><xsl:call-template name="common"/>
        <fo:list-item-label end-indent="label-end()" role="NonStruct">
          <xsl:if test="@r:number">
            <fo:block xsl:use-attribute-sets="paragraph.number"><xsl:value-of select="@r:number"/></fo:block>
          </xsl:if>
          <xsl:if test="not(@r:number)">
            <fo:block xsl:use-attribute-sets="paragraph.mark"><xsl:value-of select="@r:mark"/></fo:block>
          </xsl:if>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()" role="NonStruct">
          <fo:block xsl:use-attribute-sets="paragraph.text" role="NonStruct"><xsl:apply-templates/></fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="f:foreword/f:p">
    <fo:block xsl:use-attribute-sets="paragraph paragraph.lead"><xsl:call-template name="indent"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:ul | f:ol">
    <fo:list-block xsl:use-attribute-sets="list">
      <xsl:if test="self::f:ol and count(f:li) &gt; 9">
        <xsl:attribute name="provisional-distance-between-starts">7.5mm</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="indent"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:li"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="f:li">
    <fo:list-item xsl:use-attribute-sets="list-item"><xsl:call-template name="common"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block xsl:use-attribute-sets="list-mark">
          <xsl:choose>
            <xsl:when test="parent::f:ol"><xsl:number format="1."/></xsl:when>
            <xsl:when test="ancestor::f:li">–</xsl:when>
            <xsl:otherwise>•</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="list-text"><xsl:apply-templates/></fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- Terms in the margin column, what is said of them beside it. -->
  <xsl:template match="f:dl">
    <fo:list-block xsl:use-attribute-sets="terms"><xsl:call-template name="common"/>
      <xsl:for-each select="f:dt">
        <fo:list-item xsl:use-attribute-sets="term-item"><xsl:call-template name="common"/>
          <fo:list-item-label end-indent="label-end()">
            <fo:block xsl:use-attribute-sets="term"><xsl:apply-templates/></fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <xsl:for-each select="following-sibling::f:dd[1]">
              <fo:block xsl:use-attribute-sets="term.text"><xsl:call-template name="common"/>
                <xsl:apply-templates/>
              </fo:block>
            </xsl:for-each>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <!-- Terms that need more room, each meaning a paragraph of its own. -->
  <xsl:template match="f:dl[@r:kind = 'key-facts']">
    <fo:list-block xsl:use-attribute-sets="facts"><xsl:call-template name="common"/>
      <xsl:for-each select="f:dt">
        <fo:list-item xsl:use-attribute-sets="fact"><xsl:call-template name="common"/>
          <fo:list-item-label end-indent="label-end()">
            <fo:block xsl:use-attribute-sets="fact.figure"><xsl:apply-templates/></fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <fo:block xsl:use-attribute-sets="fact.text">
              <xsl:apply-templates select="following-sibling::f:dd[1]/node()"/>
            </fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="f:blockquote">
    <fo:block xsl:use-attribute-sets="quotation" role="BlockQuote"><xsl:call-template name="indent"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:cite">
    <fo:block xsl:use-attribute-sets="quotation.cite"><xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
